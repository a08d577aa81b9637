package io.mapscope.advisor.rules;

import io.mapscope.profile.Latency;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Quantiles;
import org.jspecify.annotations.Nullable;

/** Whether functions given to a map take so long that they, and not the map, hold its bins. */
final class SlowFunctions {

  /**
   * A thousand times what an update of the map itself takes: when one function in a hundred runs
   * that long, functions hold bins ten times as long as the map does.
   */
  static final double STANDARD_NANOS = 100_000;

  /** Samples that a p99 is made of at least. */
  private static final long SAMPLES_OF_P99 = 100;

  private SlowFunctions() {}

  /** Whether they are, by the standard. */
  static boolean arePresent(MapProfile map) {
    return typical(map) >= STANDARD_NANOS;
  }

  /**
   * Nanoseconds that the slowest in a hundred functions take at least, or half of them where there
   * are too few samples to tell; 0 when none was seen.
   */
  static long typical(MapProfile map) {
    @Nullable Quantiles function = of(map);
    if (function == null) {
      return 0;
    }
    return function.samples() >= SAMPLES_OF_P99 ? function.p99() : function.p50();
  }

  /** The durations of functions, or null when none was sampled. */
  static @Nullable Quantiles of(MapProfile map) {
    @Nullable Latency latency = map.facts().latency();
    return latency == null ? null : latency.function();
  }
}
