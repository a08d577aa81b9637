/**
 * Start, run and stop of the agent inside a JVM: checks the JVM, defines the recorder, weaves,
 * starts the collector, and writes the sinks at exit. The only package that owns threads and hooks.
 */
package io.mapscope.runtime.start;
