/**
 * The labelled corpus: small programs that each show one phenomenon, in a broken and in a fixed
 * form, and the command line that lists, runs and scores them.
 *
 * <p>Depends on nothing of the agent: what the agent says is read from its JSON report, as a user's
 * script would.
 */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus;
