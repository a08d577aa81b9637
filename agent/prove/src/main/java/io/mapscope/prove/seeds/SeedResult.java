package io.mapscope.prove.seeds;

import io.mapscope.profile.ProvenRatio;
import io.mapscope.profile.ProvenVerdict;
import io.mapscope.profile.text.Figures;
import io.mapscope.prove.measure.Interval;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run has measured; immutable.
 *
 * @param begunAt when it began
 * @param machine JDK, processors and collector
 * @param jvmOptions of the JVMs that measured
 * @param loadBefore processors that others kept busy when it began (load average), negative when
 *     unknown
 * @param complete whether it came to its end
 */
public record SeedResult(
    Instant begunAt,
    String machine,
    List<String> jvmOptions,
    double loadBefore,
    SeedPlan plan,
    boolean complete,
    List<Measured> experiments) {

  /** Copies the lists. */
  public SeedResult {
    jvmOptions = List.copyOf(jvmOptions);
    experiments = List.copyOf(experiments);
  }

  /** One experiment, begun cases only. */
  record Measured(Experiment experiment, List<Table> cases) {

    Measured {
      cases = List.copyOf(cases);
    }
  }

  /**
   * One case: the baseline first.
   *
   * @param threads that work at once
   * @param workers those of them whose operations are counted
   */
  record Table(String title, int threads, int workers, List<Row> rows) {

    Table {
      rows = List.copyOf(rows);
    }

    /** The conditions in full. */
    String heading() {
      return title + ", " + Figures.counted(threads, "thread");
    }
  }

  /**
   * One form under the conditions of a case. Figures that are not known are NaN.
   *
   * @param baseline whether the others are held against it
   * @param operationsPerSecond of each round
   * @param ratio to the baseline, of the same round
   * @param besidePerSecond what other threads did meanwhile
   * @param bytesPerOperation allocated; unknown where other threads do something else
   * @param gcPauseNanos mean time of a garbage collection
   * @param tornRatio copies that show what never was, of all that were looked at
   * @param problem why it was not measured
   */
  record Row(
      String title,
      String reproduces,
      boolean baseline,
      List<Double> operationsPerSecond,
      @Nullable ProvenRatio ratio,
      double p50Nanos,
      double p99Nanos,
      double besidePerSecond,
      double bytesPerOperation,
      double gcNanosPerSecond,
      double gcPauseNanos,
      double tornRatio,
      @Nullable String problem) {

    Row {
      operationsPerSecond = List.copyOf(operationsPerSecond);
    }

    double meanOperationsPerSecond() {
      return operationsPerSecond.stream()
          .mapToDouble(Double::doubleValue)
          .average()
          .orElse(Double.NaN);
    }

    /** How far the rounds lie apart: the largest over the smallest. */
    double spread() {
      double least =
          operationsPerSecond.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
      double most =
          operationsPerSecond.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
      return most / least;
    }

    ProvenVerdict verdict() {
      return baseline && problem == null ? ProvenVerdict.BASELINE : Interval.verdict(ratio);
    }
  }
}
