package io.mapscope.runtime.govern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WindowPlanTest {
  private static final int WINDOWS = 20_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.1, 0.5, 0.9})
  void windows_ofADuty_areOpenForThatShareOfTheTime(double duty) {
    WindowPlan plan = new WindowPlan(new SplittableRandom(1));
    double open = 0;
    double all = 0;
    for (int i = 0; i < WINDOWS; i++) {
      WindowPlan.Window window = plan.next(duty);
      open += window.openNanos();
      all += window.openNanos() + window.closedNanos();
    }
    assertThat(open / all).isCloseTo(duty, within(0.05 * duty));
    double perSecond = Math.min(20, duty / 0.002);
    assertThat(WINDOWS / (all / 1e9)).as("windows a second").isCloseTo(perSecond, within(1.0));
  }

  @Test
  void windows_ofOneDuty_areNeverInStep() {
    WindowPlan plan = new WindowPlan(new SplittableRandom(1));
    long shortest = Long.MAX_VALUE;
    long longest = 0;
    for (int i = 0; i < WINDOWS; i++) {
      long closed = plan.next(0.1).closedNanos();
      shortest = Math.min(shortest, closed);
      longest = Math.max(longest, closed);
    }
    assertThat(longest).isGreaterThan(10 * shortest);
  }
}
