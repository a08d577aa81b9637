/**
 * Starts real child JVMs, with or without the agent's jar, and judges what they leave behind.
 *
 * <p>For tests of other modules only: nothing here may depend on the agent, and nothing of the
 * product may depend on this. A child's output comes in through its pipes, its report through the
 * file that the agent wrote; both go out as values a test asserts on.
 *
 * <p>Which JDK runs the children, which jar is attached and whether it is attached at all is said
 * once, by the system properties that {@link io.mapscope.harness.EndToEnd} reads.
 */
@NullMarked
package io.mapscope.harness;

import org.jspecify.annotations.NullMarked;
