package io.mapscope.prove.measure;

import io.mapscope.profile.ProvenCandidate;
import io.mapscope.profile.ProvenRatio;
import io.mapscope.profile.ProvenVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What was measured of one form so far. Guarded by the {@link Replay} that it belongs to. */
final class Scores {

  private final String name;
  private final List<String> differences;
  private final Map<Integer, Fork.Throughput> byRound = new TreeMap<>();
  private Fork.@Nullable Latencies latencies;
  private double retainedBytesPerEntry = Double.NaN;
  private @Nullable ProvenVerdict refused;
  private @Nullable String problem;

  Scores(String name, List<String> differences) {
    this.name = name;
    this.differences = differences;
  }

  void add(int round, Fork.Throughput throughput) {
    byRound.put(round, throughput);
  }

  void add(Fork.Latencies measured) {
    latencies = measured;
  }

  void retained(double bytesPerEntry) {
    retainedBytesPerEntry = bytesPerEntry;
  }

  /** From now on it is not measured, for that reason. */
  void refuse(ProvenVerdict verdict, @Nullable String why) {
    refused = verdict;
    problem = why;
  }

  boolean isRefused() {
    return refused != null;
  }

  double operationsPerSecond() {
    return mean(Fork.Throughput::operationsPerSecond);
  }

  /** This form as the one that others are held against. */
  ProvenCandidate baseline() {
    return refused == null && !byRound.isEmpty()
        ? measured(ProvenVerdict.BASELINE, null)
        : ProvenCandidate.unmeasured(name, ProvenVerdict.BASELINE, differences, problem);
  }

  /** This form held against {@code baseline}, round by round. */
  ProvenCandidate against(Scores baseline) {
    ProvenVerdict verdict = refused;
    if (verdict != null) {
      return ProvenCandidate.unmeasured(name, verdict, differences, problem);
    }
    List<Double> ratios = new ArrayList<>();
    byRound.forEach(
        (round, mine) -> {
          Fork.Throughput its = baseline.byRound.get(round);
          if (its != null) {
            ratios.add(mine.operationsPerSecond() / its.operationsPerSecond());
          }
        });
    @Nullable ProvenRatio speedup = Interval.of(ratios);
    return measured(Interval.verdict(speedup), speedup);
  }

  private ProvenCandidate measured(ProvenVerdict verdict, @Nullable ProvenRatio speedup) {
    Fork.@Nullable Latencies times = latencies;
    return new ProvenCandidate(
        name,
        verdict,
        operationsPerSecond(),
        speedup,
        times == null ? Double.NaN : times.p50Nanos(),
        times == null ? Double.NaN : times.p99Nanos(),
        mean(Fork.Throughput::bytesPerOperation),
        retainedBytesPerEntry,
        mean(Fork.Throughput::gcNanosPerSecond),
        differences,
        verdict == ProvenVerdict.NOT_MEASURED ? "too few rounds were finished" : null);
  }

  private double mean(ToDoubleFunction<Fork.Throughput> figure) {
    return byRound.values().stream().mapToDouble(figure).average().orElse(Double.NaN);
  }
}
