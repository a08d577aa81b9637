/**
 * Behaviour suites for every map and set class that the agent weaves, run to be compared: on the
 * plain JDK, and under the agent in each of its modes.
 *
 * <p>The suites are guava-testlib's. It brings one for most classes of {@code java.util}; {@link
 * io.mapscope.behaviour.MoreMaps} and {@link io.mapscope.behaviour.MoreSets} add those it leaves
 * out, copies and clones, and classes as users write them. Nothing here knows the agent.
 */
@NullMarked
package io.mapscope.behaviour;

import org.jspecify.annotations.NullMarked;
