package io.mapscope.runtime.govern;

/**
 * Operations of all maps together by what it costs to record them, in one block of time.
 *
 * @param reads look-ups and sizes
 * @param writes puts and removals, and births of maps
 * @param others everything that is built from other operations
 * @param weight how many times these stand for all that happened
 */
public record Recorded(double reads, double writes, double others, double weight) {}
