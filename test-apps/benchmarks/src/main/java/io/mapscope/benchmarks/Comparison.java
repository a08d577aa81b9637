package io.mapscope.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The figures of one benchmark in all its variants. */
record Comparison(String benchmark, int entries, int threads, List<Line> variants) {
  /**
   * One variant.
   *
   * @param nanosPerOperation per thread
   * @param addedNanos against no agent in the same round
   * @param ratio to no agent in the same round
   */
  record Line(Variant variant, Series nanosPerOperation, Series addedNanos, Series ratio) {}

  /** Collects the figures of one case while the rounds go by. */
  static final class Builder {
    private final BenchmarkCase benchmark;
    private final Map<Variant, List<Double>> nanos = new EnumMap<>(Variant.class);

    Builder(BenchmarkCase benchmark) {
      this.benchmark = benchmark;
    }

    BenchmarkCase benchmark() {
      return benchmark;
    }

    void add(Variant variant, double nanosPerOperation) {
      nanos.computeIfAbsent(variant, key -> new ArrayList<>()).add(nanosPerOperation);
    }

    Comparison build() {
      final Series base = Series.of(Objects.requireNonNull(nanos.get(Variant.NONE)));
      final List<Line> lines = new ArrayList<>();
      nanos.forEach(
          (variant, figures) -> {
            final Series series = Series.of(figures);
            lines.add(new Line(variant, series, series.minus(base), series.over(base)));
          });
      return new Comparison(benchmark.benchmark(), benchmark.entries(), benchmark.threads(), lines);
    }
  }
}
