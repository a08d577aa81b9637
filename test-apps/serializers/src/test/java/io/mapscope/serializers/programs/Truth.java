package io.mapscope.serializers.programs;

import java.util.Map;

/** Prints what a program knows about its own serializations, a line per field and format. */
final class Truth {
  /** For an output whose length the agent cannot see. */
  static final long UNSEEN = -1;

  /** How often each map is serialized; unchanged, so that all but the first are redundant. */
  static final int TIMES = 3;

  static final int ENTRIES = 2_000;

  private Truth() {}

  /** One of the {@link #TIMES} serializations; returns the length of its output. */
  interface Step {
    long run() throws Exception;
  }

  static <M extends Map<String, Integer>> M filled(M map) {
    for (int i = 0; i < ENTRIES; i++) {
      map.put("key-" + i, i);
    }
    return map;
  }

  @SafeVarargs
  static void fill(Map<String, Integer>... maps) {
    for (Map<String, Integer> map : maps) {
      filled(map);
    }
  }

  static void of(String field, String format, long entries, Step step) throws Exception {
    long bytes = 0;
    for (int i = 0; i < TIMES; i++) {
      long length = step.run();
      bytes = length == UNSEEN ? UNSEEN : bytes + length;
    }
    System.out.println(
        String.join(
            " ",
            "truth",
            field,
            format,
            Integer.toString(TIMES),
            Long.toString(TIMES * entries),
            Long.toString(bytes),
            Integer.toString(TIMES - 1)));
  }
}
