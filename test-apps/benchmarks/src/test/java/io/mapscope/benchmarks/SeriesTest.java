package io.mapscope.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {
  @Test
  void series_ofOddNumber_hasMiddleFigureAndSpread() {
    final Series series = Series.of(List.of(9.0, 1.0, 4.0));
    assertThat(series.median()).isEqualTo(4.0);
    assertThat(series.min()).isEqualTo(1.0);
    assertThat(series.max()).isEqualTo(9.0);
    assertThat(series.rounds()).containsExactly(9.0, 1.0, 4.0);
  }

  @Test
  void series_ofEvenNumber_hasMeanOfMiddleFigures() {
    assertThat(Series.of(List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3.0);
  }

  @Test
  void comparison_ofTwoSeries_isMadeRoundByRound() {
    final Series base = Series.of(List.of(2.0, 4.0, 8.0));
    final Series other = Series.of(List.of(3.0, 5.0, 10.0));
    assertThat(other.minus(base).rounds()).containsExactly(1.0, 1.0, 2.0);
    assertThat(other.over(base).rounds()).containsExactly(1.5, 1.25, 1.25);
  }
}
