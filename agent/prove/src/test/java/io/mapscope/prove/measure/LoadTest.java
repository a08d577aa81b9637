package io.mapscope.prove.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class LoadTest {

  private static final double NANOS_PER_SECOND = 1e9;

  /** An operation takes 50 ns, a token 1.7: 220 ns an operation leave a hundred tokens. */
  @Test
  void find_eachTokenTakesTheSame_givesThoseThatAreLeft() throws Fork.Unmeasured {
    Load load = Load.find(NANOS_PER_SECOND / 220, rest -> NANOS_PER_SECOND / (50 + 1.7 * rest));

    assertThat(load.restTokens()).isCloseTo(100, within(6L));
    assertThat(load.ratio()).isCloseTo(50.0 / 220, within(1e-9));
  }

  /** Threads that rest longer wait less for each other: 45 tokens take the time that 5 do. */
  @Test
  void find_severalLoadsExplainTheRate_givesOneWithLittleRest() throws Fork.Unmeasured {
    Load.Rate rate = rest -> NANOS_PER_SECOND / Math.max(100 + Math.min(rest, 5), 60 + rest);

    Load load = Load.find(NANOS_PER_SECOND / 105, rate);

    assertThat(load.restTokens()).isBetween(2L, 12L);
  }

  @Test
  void find_replaySlowerThanTheProgram_isNoRest() throws Fork.Unmeasured {
    Load load = Load.find(2e7, rest -> 1e7);

    assertThat(load.restTokens()).isZero();
    assertThat(load.ratio()).isEqualTo(1);
  }
}
