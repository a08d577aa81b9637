/**
 * Maps that are not the JDK's under the agent: for each library the current release and an older
 * one, in a child JVM that sees the program, that release and nothing else.
 *
 * <p>The programs count for themselves what they do; the tests compare that with the report.
 */
package io.mapscope.othermaps;
