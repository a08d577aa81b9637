package io.mapscope.prove.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RestsTest {

  private static final int DRAWS = 1_000_000;

  private static int[] drawn(long mean, long seed) {
    Rests rests = new Rests(mean, seed);
    return IntStream.generate(rests::next).limit(DRAWS).toArray();
  }

  @Test
  void rests_manyDraws_haveTheMeanThatIsWanted() {
    for (long mean : new long[] {1, 20, 80_000}) {
      assertThat(IntStream.of(drawn(mean, 1)).average().orElseThrow())
          .isCloseTo(mean, within(0.02 * mean));
    }
  }

  /**
   * As when ends come by chance: a third and a bit is longer than the mean, and most is shorter.
   */
  @Test
  void rests_manyDraws_differAsByChance() {
    long longer = IntStream.of(drawn(1_000, 7)).filter(tokens -> tokens > 1_000).count();

    assertThat(longer / (double) DRAWS).isCloseTo(Math.exp(-1), within(0.01));
  }

  @Test
  void rests_ofTwoThreads_areNotTheSame() {
    assertThat(drawn(1_000, 1)).isNotEqualTo(drawn(1_000, 2));
  }

  /** What the processor can foresee is over as soon as it should be, however short. */
  @Test
  void rests_inARow_areOfOneLength() {
    int[] rests = drawn(1_000, 3);

    for (int i = 0; i < 160; i++) {
      assertThat(rests[i]).isEqualTo(rests[i - i % 16]);
    }
    assertThat(IntStream.of(rests).limit(160).distinct().count()).isGreaterThan(5);
  }

  @Test
  void rests_ofNoLength_areNone() {
    assertThat(drawn(0, 1)).containsOnly(0);
  }
}
