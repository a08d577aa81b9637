package io.mapscope.runtime.govern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Estimates against the truth, on loads that are known to the last operation. */
final class EstimatesTest {
  private static final int RUNS = 100;
  private static final double STEP_SECONDS = 50e-6;
  private static final double SECONDS = 10;

  /** Operations per second in the course of time, in seconds; phases vary with the run. */
  enum Load {
    STEADY {
      @Override
      DoubleUnaryOperator of(SplittableRandom random) {
        return at -> 200_000;
      }
    },
    RARE {
      @Override
      DoubleUnaryOperator of(SplittableRandom random) {
        return at -> 40;
      }
    },
    BURSTY {
      @Override
      DoubleUnaryOperator of(SplittableRandom random) {
        double[] begins = new double[12];
        for (int i = 0; i < begins.length; i++) {
          begins[i] = random.nextDouble(SECONDS);
        }
        return at -> {
          double rate = 2_000;
          for (double begin : begins) {
            rate += at >= begin && at < begin + 0.2 ? 500_000 : 0;
          }
          return rate;
        };
      }
    },
    PERIODIC {
      @Override
      DoubleUnaryOperator of(SplittableRandom random) {
        double phase = random.nextDouble();
        return at -> (at / 0.05 + phase) % 1 < 0.3 ? 300_000 : 1_000; // in step with the plan
      }
    },
    PHASES {
      @Override
      DoubleUnaryOperator of(SplittableRandom random) {
        double change = random.nextDouble(2, 8);
        return at -> at < change ? 20_000 : 600_000;
      }
    };

    abstract DoubleUnaryOperator of(SplittableRandom random);
  }

  @ParameterizedTest
  @EnumSource(Load.class)
  void interval_windowsOnAKnownLoad_containsTheTruthInAtLeast95Of100(Load load) {
    for (double duty : new double[] {DutyControl.LEAST_DUTY, 0.05, 0.3, 0.8}) {
      SplittableRandom random = new SplittableRandom(load.ordinal());
      int contained = 0;
      for (int run = 0; run < RUNS; run++) {
        Run one = new Run(load.of(random), duty, random);
        contained += Math.abs(one.estimate - one.truth) <= one.error ? 1 : 0;
      }
      assertThat(contained).as("duty %s", duty).isGreaterThanOrEqualTo(RUNS * 95 / 100);
    }
  }

  /** Ten seconds of a load, seen through windows. */
  private static final class Run {
    private final long estimate;
    private final long error;
    private final long truth;

    Run(DoubleUnaryOperator load, double duty, SplittableRandom random) {
      WindowPlan plan = new WindowPlan(random);
      WindowPlan.Window window = plan.next(duty);
      Estimates estimates = new Estimates(new long[1]);
      long all = 0;
      long counted = 0;
      double begin = 0;
      for (double at = 0; at < SECONDS; at += STEP_SECONDS) {
        if (at >= begin + (window.openNanos() + window.closedNanos()) / 1e9) {
          estimates.add(new long[] {counted}, block(window, begin, at));
          begin = at;
          window = plan.next(duty);
        }
        double close = begin + window.openNanos() / 1e9;
        double open = Math.max(0, Math.min(1, (close - at) / STEP_SECONDS));
        double mean = load.applyAsDouble(at) * STEP_SECONDS;
        long seen = events(mean * open, random);
        counted += seen;
        all += seen + events(mean * (1 - open), random);
      }
      estimates.add(new long[] {counted}, block(window, begin, SECONDS));
      truth = all;
      estimate = estimates.estimate(0);
      error = estimates.error(0);
    }

    private static long events(double mean, SplittableRandom random) {
      long whole = (long) mean;
      return whole + (random.nextDouble() < mean - whole ? 1 : 0);
    }

    private static Block block(WindowPlan.Window window, double begin, double end) {
      long all = Math.round((end - begin) * 1e9);
      return new Block(Math.min(all, window.openNanos()), all);
    }
  }

  @Test
  void estimates_completeBlocksOnly_areTheCountsWithoutError() {
    Estimates estimates = new Estimates(new long[] {5, 0});
    estimates.add(new long[] {17, 3}, new Block(1_000, 1_000));
    assertThat(estimates.estimate(0)).isEqualTo(17);
    assertThat(estimates.estimate(1)).isEqualTo(3);
    assertThat(estimates.error(0)).isZero();
  }

  @Test
  void estimates_completeThenWindows_scaleTheLatterAlone() {
    Estimates estimates = new Estimates(new long[] {1_000_000});
    estimates.add(new long[] {1_000_100}, new Block(1_000, 10_000));
    assertThat(estimates.estimate(0)).isEqualTo(1_001_000);
    assertThat(estimates.error(0)).isPositive();
  }

  @Test
  void estimates_nothingSeenInWindows_stillHaveAnError() {
    Estimates estimates = new Estimates(new long[1]);
    estimates.add(new long[1], new Block(1_000, 100_000));
    assertThat(estimates.estimate(0)).isZero();
    assertThat(estimates.error(0)).isGreaterThan(100);
  }

  @Test
  void estimates_copy_goesItsOwnWay() {
    Estimates estimates = new Estimates(new long[1]);
    Estimates copy = estimates.copy();
    copy.add(new long[] {7}, new Block(1, 10));
    assertThat(copy.estimate(0)).isEqualTo(70);
    assertThat(estimates.estimate(0)).isZero();
  }

  @Test
  void student_knownQuantiles_areMet() {
    assertThat(Estimates.student(3)).isCloseTo(3.182, within(0.07));
    assertThat(Estimates.student(10)).isCloseTo(2.228, within(0.005));
    assertThat(Estimates.student(1e9)).isCloseTo(1.960, within(0.001));
  }
}
