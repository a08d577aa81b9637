package io.mapscope.prove.measure;

import java.util.List;

/** The garbage collector that a JVM had, as the option that gives another one the same. */
final class GcOptions {

  private GcOptions() {}

  /** The options for the collector whose beans are called {@code names}; none when unknown. */
  static List<String> options(String names) {
    if (names.startsWith("G1 ")) {
      return List.of("-XX:+UseG1GC");
    }
    if (names.startsWith("PS ")) {
      return List.of("-XX:+UseParallelGC");
    }
    if (names.startsWith("Copy")) {
      return List.of("-XX:+UseSerialGC");
    }
    if (names.startsWith("ZGC")) {
      return List.of("-XX:+UseZGC");
    }
    return names.startsWith("Shenandoah") ? List.of("-XX:+UseShenandoahGC") : List.of();
  }
}
