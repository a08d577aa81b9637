package io.mapscope.shop.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class ZipfTest {
  private static final int RANKS = 100;
  private static final int DRAWS = 200_000;

  @Test
  void draw_manyTimes_fallsOffLikeOneOverRank() {
    int[] counts = new int[RANKS + 1];
    Zipf zipf = new Zipf(RANKS);
    Random random = new Random(1);
    for (int i = 0; i < DRAWS; i++) {
      counts[zipf.draw(random)]++;
    }

    assertThat(counts[0]).isZero();
    assertThat((double) counts[1] / counts[2]).isCloseTo(2.0, within(0.1));
    assertThat((double) counts[1] / counts[10]).isCloseTo(10.0, within(1.0));
    assertThat(counts[RANKS]).isPositive();
  }

  @Test
  void action_drawnManyTimes_comesUpInItsShare() {
    Random random = new Random(1);
    int views = 0;
    for (int i = 0; i < DRAWS; i++) {
      if (Action.draw(random) == Action.VIEW_PRODUCT) {
        views++;
      }
    }

    assertThat((double) views / DRAWS).isCloseTo(0.72, within(0.01));
  }
}
