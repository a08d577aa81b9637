package io.mapscope.prove.measure;

import io.mapscope.profile.Contention;
import io.mapscope.profile.Latency;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Quantiles;
import io.mapscope.profile.Report;
import io.mapscope.prove.workload.Workload;
import org.jspecify.annotations.Nullable;

/** How long a thread takes from one step of a workload to its next, as a recording tells it. */
final class StepTime {

  /** Fewer tell no median. */
  private static final int LEAST_SAMPLES = 5;

  /**
   * Where threads wait for more than this part of their time, the rest of it is no measure of what
   * they do: how long each was runnable and waited for a processor is not known.
   */
  private static final double MOST_WAITED_PART = 0.05;

  private static final double NANOS_PER_SECOND = 1e9;

  private StepTime() {}

  /**
   * Nanoseconds of a thread that nobody holds up, NaN when unknown: the median of looks at how long
   * it takes between two operations, which there are of maps that are used every microsecond; else
   * all threads' time shared among all steps, where hardly any of it was spent waiting.
   */
  static double nanos(Report report, MapProfile map, Workload workload) {
    double steps = workload.mix().total();
    @Nullable Latency latency = map.facts().latency();
    @Nullable Quantiles between = latency == null ? null : latency.between();
    if (between != null && between.samples() >= LEAST_SAMPLES) {
      return between.p50() * (map.operations().total() / steps);
    }
    double threadNanos =
        Workload.recordedThreads(map) * report.durationSeconds() * NANOS_PER_SECOND;
    @Nullable Contention contention = map.facts().contention();
    boolean known = contention != null && contention.nanos() <= MOST_WAITED_PART * threadNanos;
    return known ? threadNanos / steps : Double.NaN;
  }
}
