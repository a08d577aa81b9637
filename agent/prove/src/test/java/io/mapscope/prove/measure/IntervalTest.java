package io.mapscope.prove.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapscope.profile.ProvenRatio;
import io.mapscope.profile.ProvenVerdict;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class IntervalTest {

  @Test
  void of_threeRounds_isStudentsOverTheLogarithms() {
    ProvenRatio ratio = Objects.requireNonNull(Interval.of(List.of(1.0, 2.0, 4.0)));

    // Logarithms 0, 0.693, 1.386: mean 0.693, deviation 0.693, t(0.975, 2) = 4.303.
    assertThat(ratio.estimate()).isCloseTo(2, within(1e-9));
    assertThat(ratio.low())
        .isCloseTo(Math.exp(0.6931 - 4.3027 * 0.6931 / Math.sqrt(3)), within(1e-3));
    assertThat(ratio.high())
        .isCloseTo(Math.exp(0.6931 + 4.3027 * 0.6931 / Math.sqrt(3)), within(0.05));
  }

  @Test
  void of_fewerThanThreeRounds_isUnknown() {
    assertThat(Interval.of(List.of(3.0))).isNull();
    assertThat(Interval.of(List.of(3.0, 3.1))).isNull();
    assertThat(Interval.verdict(null)).isEqualTo(ProvenVerdict.NOT_MEASURED);
  }

  @Test
  void verdict_intervalHoldsOne_isATie() {
    assertThat(Interval.verdict(new ProvenRatio(2, 0.9, 4))).isEqualTo(ProvenVerdict.TIE);
    assertThat(Interval.verdict(new ProvenRatio(2, 1, 4))).isEqualTo(ProvenVerdict.TIE);
    assertThat(Interval.verdict(new ProvenRatio(2, 1.1, 4))).isEqualTo(ProvenVerdict.FASTER);
    assertThat(Interval.verdict(new ProvenRatio(0.5, 0.2, 0.9))).isEqualTo(ProvenVerdict.SLOWER);
  }
}
