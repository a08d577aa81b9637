package io.mapscope.runtime.govern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class OperationCostsTest {
  private final OperationCosts costs = new OperationCosts();

  private double afterMeasuring(double nanos) {
    costs.measured(nanos, 1, 1);
    return costs.nanos(1, 0, 0);
  }

  @Test
  void cost_beforeTheFirstMeasurement_isNotKnown() {
    assertThat(costs.isKnown()).isFalse();
    assertThat(costs.nanos(1, 1, 1)).isZero();
  }

  @Test
  void cost_measuredFaster_isThatAtOnce() {
    assertThat(afterMeasuring(1_000)).isEqualTo(1_000);
    assertThat(afterMeasuring(20)).isEqualTo(20);
  }

  @Test
  void cost_measuredWhileTheMachineStoodStill_growsByLessThanAThird() {
    afterMeasuring(20);
    assertThat(afterMeasuring(50_000)).isCloseTo(26, within(1e-9));
  }

  @Test
  void cost_measuredSlowerAgainAndAgain_follows() {
    afterMeasuring(20);
    for (int measurement = 0; measurement < 20; measurement++) {
      afterMeasuring(100);
    }
    assertThat(costs.nanos(1, 0, 0)).isCloseTo(100, within(1.0));
  }

  @Test
  void cost_measuredAsNothing_isNotFree() {
    assertThat(afterMeasuring(-3)).isPositive();
  }
}
