package io.mapscope.dist.programs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Ends as soon as somebody records it. */
public final class Recorded {
  static final Map<String, String> MAP = new ConcurrentHashMap<>();

  private Recorded() {}

  public static void main(String[] args) throws Exception {
    Recordings.await(recording -> true);
    MAP.put("a", "b");
  }
}
