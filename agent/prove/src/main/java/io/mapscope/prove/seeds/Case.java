package io.mapscope.prove.seeds;

import java.util.List;

/**
 * Forms measured under the same conditions; the first is the one that the others are held against.
 *
 * @param title the conditions, for people
 * @param threads that work at once
 * @param duration how many times the usual time a measurement takes
 * @param latencies whether single operations are sampled, too
 */
record Case(String title, int threads, int duration, boolean latencies, List<Line> lines) {

  Case {
    lines = List.copyOf(lines);
  }
}
