/**
 * What the agent does with findings while the application runs: has the advisor judge each
 * snapshot, follows which findings stand, and tells people and recordings when that changes.
 *
 * <p>Runs on the agent's own threads alone. Nothing of it, and nothing of the advisor, is loaded
 * before the application's {@code main}.
 */
package io.mapscope.runtime.advice;
