package io.mapscope.benchmarks.scaling;

import java.util.List;

/**
 * A word that the agent itself writes at a known rate and that all cores read: each write costs
 * each core one transfer. Rates are those of the collector's beats, by its source ({@code
 * Collector}, {@code SampleRota}, {@code MapscopeTiming}, {@code WindowPlan}).
 *
 * @param word which
 * @param writesPerSecond at most, by so many cores
 */
record AgentWrites(String word, double writesPerSecond) {
  private static final double BEATS_PER_SECOND = 10;
  private static final double TIMED_OPERATIONS = 128;
  private static final double WINDOWS_PER_SECOND = 20;
  private static final double SAMPLES_PER_SECOND_OF_A_BUSY_MAP = 5;
  private static final double NANOS_PER_SECOND = 1e9;

  static List<AgentWrites> by(int cores) {
    return List.of(
        new AgentWrites("gate, budget=off", 0),
        new AgentWrites("gate, budget=1%", 2 * WINDOWS_PER_SECOND),
        new AgentWrites(
            "timing: armed, and the operations left", BEATS_PER_SECOND * (2 + TIMED_OPERATIONS)),
        new AgentWrites(
            "probe of one of the 16 busiest sites, when sampled",
            SAMPLES_PER_SECOND_OF_A_BUSY_MAP * (2 + 2.0 * cores)),
        new AgentWrites(
            "probe shared by the maps beyond the cap", BEATS_PER_SECOND * (2 + 2.0 * cores)));
  }

  /** Part of its time that each core loses, from 0 to 1, if it does nothing but read that word. */
  double lostShare(double transferNanos) {
    return Math.min(1, writesPerSecond * transferNanos / NANOS_PER_SECOND);
  }
}
