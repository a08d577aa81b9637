package io.mapscope.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FactBudgetTest {
  /** In ten ticks, which are a second. */
  @Test
  void pairs_afterTheFirstMinute_areAFifth() {
    assertThat(10 * FactBudget.pairs(0)).isEqualTo(100);
    assertThat(10 * FactBudget.pairs(TimeUnit.SECONDS.toNanos(60))).isEqualTo(100);
    assertThat(10 * FactBudget.pairs(TimeUnit.SECONDS.toNanos(61))).isEqualTo(20);
  }

  @Test
  void samples_afterTheFirstMinute_areAQuarter() {
    assertThat(FactBudget.sitesSampled(0)).isEqualTo(16);
    assertThat(FactBudget.sitesSampled(TimeUnit.SECONDS.toNanos(61))).isEqualTo(4);
  }
}
