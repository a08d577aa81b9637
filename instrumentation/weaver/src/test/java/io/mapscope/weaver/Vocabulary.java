package io.mapscope.weaver;

import java.util.HashMap;
import java.util.Map;

/** Names of the recorder's operations, and the arithmetic of the tests on them. */
final class Vocabulary {
  static final String[] NAMES = {
    "getHit",
    "getMiss",
    "putNew",
    "putReplace",
    "removeHit",
    "removeMiss",
    "computeIfAbsentPresent",
    "computeIfAbsentAbsent",
    "compute",
    "merge",
    "replace",
    "clear",
    "putAll",
    "size",
    "traversals",
    "ordered",
  };

  private Vocabulary() {}

  static Map<String, Long> difference(Map<String, Long> before, Map<String, Long> after) {
    Map<String, Long> difference = new HashMap<>();
    after.forEach(
        (name, count) -> {
          long more = count - before.getOrDefault(name, 0L);
          if (more != 0) {
            difference.put(name, more);
          }
        });
    return difference;
  }

  static Map<String, Long> expected(OperationTable.Row row, String className) {
    if (className.equals("EnumMap") && row.method().startsWith("replaceAll")) {
      return Map.of("traversals", 1L); // inherits Map's, which walks the entries and sets each
    }
    return row.operation().equals("-") ? Map.of() : Map.of(row.operation(), 1L);
  }
}
