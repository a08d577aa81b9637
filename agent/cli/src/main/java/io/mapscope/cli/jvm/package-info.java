/**
 * Other JVMs of this machine: which there are, why one cannot be reached, and how the agent in one
 * is asked for something. Talks to them by the JDK's attach mechanism and opens no port.
 */
package io.mapscope.cli.jvm;
