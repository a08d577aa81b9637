package io.mapscope.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapscope.profile.MapFacts;
import org.junit.jupiter.api.Test;

class WalkBudgetTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long WALK_NANOS = 5_000;

  /** Its first minute is over. */
  private final WalkBudget budget = late();

  private static WalkBudget late() {
    WalkBudget budget = new WalkBudget(-2 * WalkBudget.FIRST_NANOS);
    budget.grant(0, 0, 0);
    return budget;
  }

  /** Among the maps that an application makes while it starts are those that it will keep. */
  @Test
  void walks_ofTheFirstMinute_areManyWhateverTheyTake() {
    WalkBudget first = new WalkBudget(0);
    int granted = 0;
    for (int tick = 1; tick <= 600; tick++) {
      granted += first.grant(tick * SECOND / 10, 100 * tick, tick * SECOND / 100);
    }

    assertThat(granted).isEqualTo(60 * WalkBudget.FIRST_WALKS_PER_SECOND);
    assertThat(first.grant(61 * SECOND, 0, 0)).isLessThan(100);
  }

  @Test
  void walks_ofABusyProcess_takeTheirShareOfItsCpu() {
    long granted = 0;
    long cpuNanos = 0;
    for (int tick = 0; tick <= 100; tick++) {
      if (tick % 10 == 0) {
        budget.heard(tick * SECOND / 10, cpuNanos);
      }
      granted += budget.grant(tick * SECOND / 10, (int) granted, granted * WALK_NANOS);
      cpuNanos += 2 * SECOND / 10; // two cores, used up
    }

    double share = (double) granted * WALK_NANOS / cpuNanos;
    assertThat(share).isCloseTo(WalkBudget.CPU_RATIO, within(WalkBudget.CPU_RATIO / 10));
  }

  @Test
  void walks_thatTakeTentimesAsLong_areATenthAsMany() {
    int before = tenSeconds(0, 0, 0);
    int walked = 10_000;

    int after = tenSeconds(10 * SECOND, walked, walked * 100_000L);

    assertThat(after).isBetween(before / 10 - 1, before / 10 + 1);
  }

  /** What one took when the code was not compiled yet is no measure for ever. */
  @Test
  void walks_thatBecomeCheaper_becomeMore() {
    int walked = 10_000;
    int slow = tenSeconds(0, walked, walked * 50_000L);

    int fast = tenSeconds(10 * SECOND, 2 * walked, walked * 50_000L + walked * 2_500L);

    assertThat(fast).isBetween(20 * slow - 20, 20 * slow + 20);
  }

  @Test
  void walks_ofAProcessWhoseCpuIsUnknownOrIdle_areThoseOfTheLeastShare() {
    budget.heard(-SECOND, 0);
    budget.heard(0, MapFacts.UNKNOWN);
    int unknown = tenSeconds(0, 0, 0);

    assertThat(unknown * 10_000.0 / (10 * SECOND))
        .isCloseTo(WalkBudget.LEAST_RATIO, within(WalkBudget.LEAST_RATIO / 100));
  }

  @Test
  void grant_ofAnHourAtOnce_isBounded() {
    assertThat(budget.grant(3_600 * SECOND, 0, 0)).isEqualTo(WalkBudget.MOST_WALKS);
  }

  /** Walks that are granted in ten seconds after {@code fromNanos}, none of them taken. */
  private int tenSeconds(long fromNanos, int walked, long walkedNanos) {
    int granted = 0;
    for (int tick = 1; tick <= 100; tick++) {
      granted += budget.grant(fromNanos + tick * SECOND / 10, walked, walkedNanos);
    }
    return granted;
  }
}
