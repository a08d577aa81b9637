package io.mapscope.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as a leak. */
final class SoakLineTest {
  private static final List<Double> STEADY = List.of(100.0, 101.0, 99.0, 100.0, 100.0, 101.0);

  @Test
  void quantity_thatGrowsWithTheAgentAlone_isNotFlat() {
    SoakLine line =
        SoakLine.of("heap", STEADY, List.of(110.0, 114.0, 118.0, 122.0, 126.0, 130.0), 4, 0.05);

    assertThat(line.flat()).isFalse();
    assertThat(line.grewBy()).isEqualTo(16.0);
    assertThat(line.mayGrowBy()).isEqualTo(9.0, within(0.1));
  }

  @Test
  void quantity_thatGrowsWithoutTheAgentAsMuch_isFlat() {
    List<Double> growing = List.of(100.0, 110.0, 120.0, 130.0, 140.0, 150.0);

    assertThat(SoakLine.of("heap", growing, growing, 4, 0.05).flat()).isTrue();
  }

  @Test
  void quantity_withOneOutlier_isFlat() {
    assertThat(
            SoakLine.of("heap", STEADY, List.of(110.0, 110.0, 110.0, 190.0, 110.0, 110.0), 4, 0.05)
                .flat())
        .isTrue();
  }

  @Test
  void noisyQuantity_whoseThirdsOverlap_isFlat() {
    List<Double> none = List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0);

    assertThat(SoakLine.ofNoisy("loss", none, List.of(2.0, 14.0, 9.0, 3.0, 13.0, 22.0), 5).flat())
        .isTrue();
    assertThat(SoakLine.ofNoisy("loss", none, List.of(2.0, 6.0, 9.0, 3.0, 13.0, 22.0), 5).flat())
        .isFalse();
    assertThat(SoakLine.ofNoisy("loss", none, List.of(2.0, 3.0, 9.0, 3.0, 6.0, 7.0), 5).flat())
        .isTrue();
  }
}
