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
   *
   * <p>A look that met nothing but threads that are held up tells more than the processors had time
   * for: what they had is the most that a step can have taken.
   */
  static double nanos(Report report, MapProfile map, Workload workload) {
    double perSecond = stepsPerSecond(report, map, workload);
    int threads = Workload.recordedThreads(map);
    @Nullable Latency latency = map.facts().latency();
    @Nullable Quantiles between = latency == null ? null : latency.between();
    if (between != null && between.samples() >= LEAST_SAMPLES) {
      int running = Math.min(report.jvm().cpus(), threads);
      double most = running * NANOS_PER_SECOND / perSecond;
      return Math.min(most, between.p50() * operationsPerStep(map, workload));
    }
    double threadNanos = threads * report.durationSeconds() * NANOS_PER_SECOND;
    @Nullable Contention contention = map.facts().contention();
    boolean known = contention != null && contention.nanos() <= MOST_WAITED_PART * threadNanos;
    return known ? threads * NANOS_PER_SECOND / perSecond : Double.NaN;
  }

  /** How many steps of the workload all threads did in a second while the map was used. */
  static double stepsPerSecond(Report report, MapProfile map, Workload workload) {
    return SteadyRate.perSecond(report, map) / operationsPerStep(map, workload);
  }

  private static double operationsPerStep(MapProfile map, Workload workload) {
    return map.operations().total() / (double) workload.mix().total();
  }
}
