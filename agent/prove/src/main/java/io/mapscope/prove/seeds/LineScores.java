package io.mapscope.prove.seeds;

import io.mapscope.profile.ProvenRatio;
import io.mapscope.prove.measure.Fork;
import io.mapscope.prove.measure.Interval;
import io.mapscope.prove.seeds.bench.SafeCopyBenchmark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What was measured of one line so far. Guarded by the {@link SeedRun} that it belongs to. */
final class LineScores {

  private final Line line;
  private final Map<Integer, Fork.Throughput> byRound = new TreeMap<>();
  private Fork.@Nullable Latencies latencies;
  private @Nullable String problem;

  LineScores(Line line) {
    this.line = line;
  }

  Line line() {
    return line;
  }

  void add(int round, Fork.Throughput throughput) {
    byRound.put(round, throughput);
  }

  void add(Fork.Latencies measured) {
    latencies = measured;
  }

  /** From now on it is not measured, for that reason. */
  void refuse(@Nullable String why) {
    problem = why == null ? "no reason was given" : why;
  }

  boolean isRefused() {
    return problem != null;
  }

  /** This line held against {@code baseline}, round by round. */
  SeedResult.Row against(LineScores baseline) {
    @Nullable ProvenRatio ratio = baseline == this ? null : Interval.of(ratios(baseline));
    Fork.@Nullable Latencies times = latencies;
    return new SeedResult.Row(
        line.title(),
        line.reproduces(),
        baseline == this,
        byRound.values().stream().map(this::operationsPerSecond).toList(),
        ratio,
        times == null ? Double.NaN : times.p50Nanos(),
        times == null ? Double.NaN : times.p99Nanos(),
        line.beside() == null ? Double.NaN : mean(round -> counted(round, line.beside())),
        line.beside() == null ? mean(Fork.Throughput::bytesPerOperation) : Double.NaN,
        mean(Fork.Throughput::gcNanosPerSecond),
        mean(Fork.Throughput::gcPauseNanos),
        tornRatio(),
        problem);
  }

  private List<Double> ratios(LineScores baseline) {
    List<Double> ratios = new ArrayList<>();
    byRound.forEach(
        (round, mine) -> {
          Fork.Throughput its = baseline.byRound.get(round);
          if (its != null) {
            ratios.add(operationsPerSecond(mine) / baseline.operationsPerSecond(its));
          }
        });
    return ratios;
  }

  private double operationsPerSecond(Fork.Throughput round) {
    String counter = line.counter();
    return counter == null ? round.operationsPerSecond() : counted(round, counter);
  }

  private static double counted(Fork.Throughput round, @Nullable String counter) {
    return round.counters().getOrDefault(String.valueOf(counter), Double.NaN);
  }

  private double tornRatio() {
    double checked = sum(SafeCopyBenchmark.CHECKED);
    return checked == 0 ? Double.NaN : sum(SafeCopyBenchmark.TORN) / checked;
  }

  private double sum(String counter) {
    return byRound.values().stream()
        .mapToDouble(round -> round.counters().getOrDefault(counter, 0.0))
        .sum();
  }

  private double mean(ToDoubleFunction<Fork.Throughput> figure) {
    return byRound.values().stream().mapToDouble(figure).average().orElse(Double.NaN);
  }
}
