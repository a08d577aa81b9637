/**
 * Software that nobody here wrote, from Maven Central, run under the agent as its users run it.
 *
 * <p>Every program starts in a child JVM of its own (see {@code test-apps/harness}), does bounded
 * work on this machine only, and ends as in production. The tests read what it printed and what the
 * agent left. They know a few of the program's fields by its source, nothing else of it.
 */
package io.mapscope.real;
