/**
 * What {@code score} does: every program runs in a child JVM under the agent; what the agent's JSON
 * report says is held against the labels.
 *
 * <p>{@code Case -> Children -> Observation -> Judgement -> Score -> table or JSON}.
 */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.score;
