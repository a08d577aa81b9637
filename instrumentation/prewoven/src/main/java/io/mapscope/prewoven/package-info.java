/**
 * Weaves the classes of the JDK that it runs on, as the agent would, and writes the results into a
 * folder that becomes part of the agent's jar. Runs when the agent is built, never in a target.
 */
@NullMarked
package io.mapscope.prewoven;

import org.jspecify.annotations.NullMarked;
