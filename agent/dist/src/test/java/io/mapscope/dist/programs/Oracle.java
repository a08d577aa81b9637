package io.mapscope.dist.programs;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a user of one map would say he has done, counted from what he asked and got: no knowledge of
 * how the JDK does it. One oracle per thread and map, added up at the end.
 */
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

  static int random(int bound) {
    return ThreadLocalRandom.current().nextInt(bound);
  }
}
