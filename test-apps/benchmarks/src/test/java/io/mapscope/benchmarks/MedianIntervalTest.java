package io.mapscope.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianIntervalTest {
  /** Of ten, one on each side may be left out: the table of Conover's Practical Statistics. */
  @Test
  void interval_ofTenFigures_goesFromTheSecondToTheNinth() {
    final MedianInterval interval =
        MedianInterval.of(Series.of(List.of(10.0, 3.0, 1.0, 2.0, 9.0, 8.0, 4.0, 5.0, 7.0, 6.0)));

    assertThat(interval).isEqualTo(new MedianInterval(2.0, 9.0, true));
  }

  @Test
  void interval_ofSixFigures_isTheirRange() {
    final MedianInterval interval =
        MedianInterval.of(Series.of(List.of(6.0, 5.0, 4.0, 3.0, 2.0, 1.0)));

    assertThat(interval).isEqualTo(new MedianInterval(1.0, 6.0, true));
  }

  @Test
  void interval_ofFiveFigures_isNotSure() {
    final MedianInterval interval = MedianInterval.of(Series.of(List.of(5.0, 4.0, 3.0, 2.0, 1.0)));

    assertThat(interval).isEqualTo(new MedianInterval(1.0, 5.0, false));
  }
}
