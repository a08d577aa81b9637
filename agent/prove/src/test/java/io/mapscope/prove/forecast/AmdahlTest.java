package io.mapscope.prove.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapscope.profile.ProvenRatio;
import org.junit.jupiter.api.Test;

final class AmdahlTest {

  private static final double EXACT = 1e-9;

  /** Four threads, 10 s, 4 M operations: 10 us each; alone 4 M a second would be 1 us each. */
  @Test
  void share_mapIsATenthOfTheTime_isATenth() {
    assertThat(Amdahl.share(4, 10, 4e6, 4e6)).isCloseTo(0.1, within(EXACT));
  }

  /** A replay whose threads meet more often than the program's is slower than the program. */
  @Test
  void share_replaySlowerThanTheProgram_isAll() {
    assertThat(Amdahl.share(4, 10, 4e6, 1e5)).isEqualTo(1);
  }

  @Test
  void gain_halfOfTheTimeThreeTimesAsFast_isOneAndAHalf() {
    ProvenRatio gain = Amdahl.gain(0.5, new ProvenRatio(3, 1, 1e300));

    assertThat(gain.estimate()).isCloseTo(1.5, within(EXACT));
    assertThat(gain.low()).isCloseTo(1, within(EXACT));
    assertThat(gain.high()).isCloseTo(2, within(EXACT));
  }

  @Test
  void gain_allOfTheTime_isTheSpeedup() {
    assertThat(Amdahl.gain(1, new ProvenRatio(3, 2, 4)).estimate()).isCloseTo(3, within(EXACT));
    assertThat(Amdahl.gain(0, new ProvenRatio(3, 2, 4)).estimate()).isEqualTo(1);
  }
}
