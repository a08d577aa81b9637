package io.mapscope.prove.measure;

import io.mapscope.profile.ProvenRatio;
import io.mapscope.profile.ProvenVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.util.ListStatistics;

/**
 * The 95 % interval of a ratio that was measured in rounds. Each round gives a ratio of two figures
 * that were taken one soon after the other, so what is slow for both drops out; the interval is
 * Student's, over the logarithms of the rounds' ratios.
 */
public final class Interval {

  private static final double CONFIDENCE = 0.95;

  private Interval() {}

  /** The mean and interval of {@code ratios}, or null when they are too few. */
  public static @Nullable ProvenRatio of(List<Double> ratios) {
    if (ratios.size() < Plan.LEAST_ROUNDS) {
      return null;
    }
    ListStatistics logs =
        new ListStatistics(ratios.stream().mapToDouble(ratio -> Math.log(ratio)).toArray());
    double mean = logs.getMean();
    double[] interval = logs.getConfidenceIntervalAt(CONFIDENCE);
    double low = Math.min(interval[0], mean);
    double high = Math.max(interval[1], mean);
    return new ProvenRatio(Math.exp(mean), Math.exp(low), finite(Math.exp(high)));
  }

  private static double finite(double value) {
    return Math.min(value, Double.MAX_VALUE);
  }

  /** What the interval allows to say. */
  public static ProvenVerdict verdict(@Nullable ProvenRatio speedup) {
    if (speedup == null) {
      return ProvenVerdict.NOT_MEASURED;
    }
    if (speedup.low() > 1) {
      return ProvenVerdict.FASTER;
    }
    return speedup.high() < 1 ? ProvenVerdict.SLOWER : ProvenVerdict.TIE;
  }
}
