/**
 * The command line of {@code mapscope.jar}: parses arguments, calls the exporters, turns what they
 * throw into messages and exit statuses.
 *
 * <p>Runs in a JVM of its own, never inside the one that is observed. Results go to standard
 * output, talk to standard error.
 */
package io.mapscope.cli;
