package io.mapscope.benchmarks.scaling;

/**
 * So many JVMs that export to one Collector, from what one of them sends: each is a resource of its
 * own, so nothing is merged and all sums are products.
 *
 * @param points data points in one export of one JVM
 * @param series what Prometheus makes of them: a histogram has one per bucket, its count and sum
 * @param bytes length of the body of one export
 */
record Fleet(int jvms, long points, long series, long bytes, double intervalSeconds) {
  private static final double SECONDS_PER_MINUTE = 60;

  long allSeries() {
    return jvms * series;
  }

  double pointsPerSecond() {
    return jvms * points / intervalSeconds;
  }

  double bytesPerMinute() {
    return jvms * bytes * SECONDS_PER_MINUTE / intervalSeconds;
  }

  /** Cores that the Collector needs, by {@link Source#COLLECTOR_POINTS_PER_SECOND_AND_CORE}. */
  double collectorCores() {
    return pointsPerSecond() / Source.COLLECTOR_POINTS_PER_SECOND_AND_CORE.figure();
  }

  /** Memory of a Prometheus behind it, by {@link Source#PROMETHEUS_BYTES_PER_SERIES}. */
  double prometheusBytes() {
    return allSeries() * Source.PROMETHEUS_BYTES_PER_SERIES.figure();
  }
}
