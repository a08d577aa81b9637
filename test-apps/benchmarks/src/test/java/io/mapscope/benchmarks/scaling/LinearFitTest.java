package io.mapscope.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinearFitTest {
  private static final List<Double> SIZES = List.of(10.0, 100.0, 1_000.0, 10_000.0);

  @Test
  void of_valuesOnALine_findsIt() {
    final LinearFit fit = LinearFit.of(SIZES, SIZES.stream().map(size -> 7 + 3 * size).toList());
    assertThat(fit.perUnit()).isEqualTo(3, within(1e-9));
    assertThat(fit.fixed()).isEqualTo(7, within(1e-6));
    assertThat(fit.explained()).isEqualTo(1, within(1e-12));
    assertThat(fit.lastPower()).isEqualTo(1, within(0.01));
  }

  @Test
  void of_squares_tellsThePower() {
    final LinearFit fit = LinearFit.of(SIZES, SIZES.stream().map(size -> size * size).toList());
    assertThat(fit.lastPower()).isEqualTo(2, within(1e-9));
    assertThat(fit.explained()).isLessThan(0.999);
  }

  @Test
  void of_oneSize_isRefused() {
    assertThatThrownBy(() -> LinearFit.of(List.of(1.0, 1.0), List.of(2.0, 3.0)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
