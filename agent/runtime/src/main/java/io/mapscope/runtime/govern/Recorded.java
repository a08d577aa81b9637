package io.mapscope.runtime.govern;

/**
 * Operations of all maps together by what it costs to record them, in one block of time.
 *
 * @param reads look-ups and sizes
 * @param writes puts and removals
 * @param others everything that is built from other operations
 * @param births of maps; recorded all the time, so that no weight applies to them
 * @param weight how many times the operations stand for all that happened
 */
public record Recorded(double reads, double writes, double others, double births, double weight) {}
