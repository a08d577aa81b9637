package io.mapscope.runtime.govern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class DutyControlTest {
  private static final double SECOND = 1e9;

  private final DutyControl control = new DutyControl();
  private final CostRates rates = new CostRates();

  /** A second in which the process used one processor and counting all would take {@code all}. */
  private double second(double budget, double all) {
    rates.add(SECOND, SECOND, all, 0);
    return control.next(budget, rates);
  }

  @Test
  void duty_coldApplication_isComplete() {
    for (int i = 0; i < 20; i++) {
      assertThat(second(0.01, 0.009 * SECOND / CostRates.AMONG_OTHER_WORK)).isEqualTo(1);
    }
  }

  @Test
  void duty_hotApplication_keepsCountingBelowTheBudgetFromTheSecondReadingOn() {
    assertThat(second(0.01, 0.1 * SECOND)).isEqualTo(1);
    double duty = second(0.01, 0.1 * SECOND);
    assertThat(duty * CostRates.AMONG_OTHER_WORK * 0.1).isCloseTo(0.008, within(0.0001));
  }

  @Test
  void duty_noBudget_isCompleteWhateverItCosts() {
    assertThat(second(Double.POSITIVE_INFINITY, SECOND)).isEqualTo(1);
    assertThat(second(Double.POSITIVE_INFINITY, SECOND)).isEqualTo(1);
  }

  @Test
  void duty_applicationThatCoolsDown_isCompleteAgainAfterSeveralReadings() {
    second(0.01, 0.1 * SECOND);
    assertThat(second(0.01, 0.1 * SECOND)).isLessThan(1);
    int readings = 1;
    while (second(0.01, 0) < 1) {
      readings++;
      assertThat(readings).isLessThan(60);
    }
    assertThat(readings).isGreaterThanOrEqualTo(5);
  }

  @Test
  void duty_nothingLeftOfTheBudget_isTheLeastThatSaysSomething() {
    rates.add(SECOND, SECOND, SECOND, SECOND);
    control.next(1e-5, rates);
    assertThat(control.next(1e-5, rates)).isEqualTo(DutyControl.LEAST_DUTY);
  }

  @Test
  void rates_sumsAndParts_areThoseOfTheProcess() {
    rates.add(SECOND, 2 * SECOND, SECOND, 0.01 * SECOND);
    assertThat(rates.process()).isEqualTo(2);
    assertThat(rates.overheadRatio(0.03 * SECOND / CostRates.AMONG_OTHER_WORK))
        .isCloseTo(0.02, within(1e-9));
    assertThat(rates.disturbance()).as("three quarters recording").isEqualTo(3);
    rates.add(1e12, 2e12, 2e10, 0);
    assertThat(rates.disturbance()).isCloseTo(0.015 / 0.985, within(1e-9));
    assertThat(new CostRates().overheadRatio(1)).isNaN();
  }

  @Test
  void costs_measurements_takeTheFasterAtOnceAndTheSlowerSlowly() {
    OperationCosts costs = new OperationCosts();
    assertThat(costs.nanos(5, 5, 5)).isZero();
    costs.measured(100, 100, 100);
    costs.measured(2, 3, 4);
    assertThat(costs.nanos(10, 0, 0)).isCloseTo(20, within(1e-9));
    assertThat(costs.nanos(0, 10, 10)).isCloseTo(70, within(1e-9));
    costs.measured(12, 3, 4);
    assertThat(costs.nanos(10, 0, 0)).isBetween(21.0, 60.0);
  }
}
