package io.mapscope.prove.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SharesTest {

  private static final int DRAWS = 4_000_000;

  private static double[] drawn(List<Double> shares) {
    Lot lot = new Lot(1);
    Shares all = new Shares(shares);
    double[] counts = new double[shares.size() + 1];
    for (int i = 0; i < DRAWS; i++) {
      counts[all.choose(lot.draw(), lot)] += 1.0 / DRAWS;
    }
    return counts;
  }

  /** A share of which a place of the table is too large a part comes as often as it should. */
  @Test
  void choose_smallShares_areAsOftenAsTheyShould() {
    double[] counts = drawn(List.of(0.7, 0.0001, 0.29985, 0.00005));

    assertThat(counts[0]).isCloseTo(0.7, within(0.002));
    assertThat(counts[1]).isCloseTo(0.0001, within(0.00003));
    assertThat(counts[2]).isCloseTo(0.29985, within(0.002));
    assertThat(counts[3]).isCloseTo(0.00005, within(0.00002));
  }

  @Test
  void choose_lessThanAll_leavesTheRestToOneMore() {
    double[] counts = drawn(List.of(0.25));

    assertThat(counts[0]).isCloseTo(0.25, within(0.002));
    assertThat(counts[1]).isCloseTo(0.75, within(0.002));
    assertThat(drawn(List.of())[0]).isCloseTo(1, within(1e-9));
  }

  @Test
  void below_eachNumber_isDrawnAsOften() {
    Lot lot = new Lot(1);
    int[] counts = new int[5];
    for (int i = 0; i < DRAWS; i++) {
      counts[Lot.below(5, lot.draw())]++;
    }

    for (int count : counts) {
      assertThat(count / (double) DRAWS).isCloseTo(0.2, within(0.002));
    }
  }
}
