package io.mapscope.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class StatisticsTest {

  @Test
  void wilson_tenOfTen_isTheTextbooksInterval() {
    assertThat(Statistics.lowestShare(10, 10)).isCloseTo(0.7225, within(1e-4));
    assertThat(Statistics.highestShare(10, 10)).isEqualTo(1);
    assertThat(Statistics.lowestShare(5, 10)).isCloseTo(0.2366, within(1e-4));
    assertThat(Statistics.highestShare(5, 10)).isCloseTo(0.7634, within(1e-4));
  }

  @Test
  void wilson_noSamples_isEverything() {
    assertThat(Statistics.lowestShare(0, 0)).isZero();
    assertThat(Statistics.highestShare(0, 0)).isEqualTo(1);
    assertThat(Statistics.shareIsAbove(0.3, 0, 0)).isEqualTo(0.5);
  }

  @Test
  void normal_atKnownPoints_isTheTables() {
    assertThat(Statistics.normal(0)).isCloseTo(0.5, within(1e-7));
    assertThat(Statistics.normal(1.959964)).isCloseTo(0.975, within(1e-7));
    assertThat(Statistics.normal(-1)).isCloseTo(0.1586553, within(1e-7));
  }

  @Test
  void shareIsAbove_atTheLimit_isAHalf_andGrowsWithSamples() {
    assertThat(Statistics.shareIsAbove(0.5, 50, 100)).isCloseTo(0.5, within(1e-7));
    assertThat(Statistics.shareIsAbove(0.5, 600, 1_000))
        .isGreaterThan(Statistics.shareIsAbove(0.5, 6, 10));
  }

  @Test
  void sumIsAbove_nothingSeen_isImpossible() {
    assertThat(Statistics.sumIsAbove(1, 0, 0)).isZero();
    assertThat(Statistics.sumIsAbove(1, 1, 50)).isCloseTo(0.5, within(1e-7));
  }
}
