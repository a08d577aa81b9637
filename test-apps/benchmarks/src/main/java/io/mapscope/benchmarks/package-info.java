/**
 * What the agent costs: JMH benchmarks of map operations, and two drivers that run them, or a small
 * program's start, with and without the agent in turns, and what it costs whole programs.
 *
 * <p>Knows the agent by its jar and by the one public class of the recorder that the closed variant
 * has to move, {@code java.util.MapscopeGate}, found by reflection. The drivers start child JVMs
 * and leave one JSON file of every figure with the machine, the JDK, the date and the command;
 * {@code docs/overhead.md} reads them. How the costs grow is asked in {@code scaling}.
 */
@NullMarked
package io.mapscope.benchmarks;

import org.jspecify.annotations.NullMarked;
