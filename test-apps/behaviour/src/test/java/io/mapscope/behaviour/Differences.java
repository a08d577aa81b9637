package io.mapscope.behaviour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What two lists of lines do not have in common, however often a line occurs. */
final class Differences {
  private static final int MOST_SHOWN = 50;

  private Differences() {}

  /** The first differences, each with a sign: {@code -} only expected, {@code +} only found. */
  static List<String> between(List<String> expected, List<String> actual) {
    final Map<String, Integer> surplus = new HashMap<>();
    expected.forEach(line -> surplus.merge(line, -1, Integer::sum));
    actual.forEach(line -> surplus.merge(line, 1, Integer::sum));
    final List<String> differences = new ArrayList<>();
    surplus.forEach(
        (line, count) -> {
          if (count != 0 && differences.size() < MOST_SHOWN) {
            differences.add((count < 0 ? "- " : "+ ") + line);
          }
        });
    return differences;
  }
}
