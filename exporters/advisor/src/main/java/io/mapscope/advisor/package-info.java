/**
 * Judges what was measured: pure functions from the records of {@link io.mapscope.profile} to
 * findings, a rule per file in {@link io.mapscope.advisor.rules}.
 *
 * <p>Live and from a recording the same report gives the same findings. Nothing here knows where a
 * report came from, what time it is or which JVM it runs in; nothing of the agent, of recordings or
 * of report formats may be used. A rule prefers silence to a guess: what it needs to know is
 * declared ({@link io.mapscope.advisor.Fact}), and where that was not recorded, or too little of
 * it, its verdict says so.
 */
package io.mapscope.advisor;
