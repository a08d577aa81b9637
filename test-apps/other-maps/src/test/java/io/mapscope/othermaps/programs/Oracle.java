package io.mapscope.othermaps.programs;

import java.util.Map;
import java.util.TreeMap;

/** What a user of one map has done with it, by what he asked and got; one per thread and map. */
final class Oracle {
  private final Map<String, Long> counts = new TreeMap<>();

  void did(String operation) {
    counts.merge(operation, 1L, Long::sum);
  }

  void did(boolean hit, String one, String other) {
    did(hit ? one : other);
  }

  void add(Oracle other) {
    other.counts.forEach((operation, count) -> counts.merge(operation, count, Long::sum));
  }

  void print(String field) {
    counts.forEach((operation, count) -> System.out.println(field + " " + operation + " " + count));
  }
}
