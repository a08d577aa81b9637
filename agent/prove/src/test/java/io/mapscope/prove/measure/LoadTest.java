package io.mapscope.prove.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LoadTest {

  private static final double NANOS_PER_SECOND = 1e9;

  /** An operation takes 50 ns, a token 0.9: 140 ns an operation leave a hundred tokens. */
  @Test
  void restTokens_operationsThatTakeLess_areThoseThatAreLeft() throws Fork.Unmeasured {
    AtomicInteger tries = new AtomicInteger();

    long tokens =
        Load.restTokens(
            NANOS_PER_SECOND / 140,
            rest -> {
              tries.incrementAndGet();
              return NANOS_PER_SECOND / (50 + 0.9 * rest);
            });

    assertThat(tokens).isCloseTo(100, within(6L));
    assertThat(tries.get()).isLessThanOrEqualTo(Load.MOST_TRIES);
  }

  /** Short loops are cheaper by the token than long ones. */
  @Test
  void restTokens_tokensThatDoNotTakeTheSame_areFoundNevertheless() throws Fork.Unmeasured {
    Load.Rate rate = rest -> NANOS_PER_SECOND / (20 + 0.4 * rest + 0.01 * rest * rest);

    long tokens = Load.restTokens(NANOS_PER_SECOND / 160, rate);

    assertThat(rate.perSecond(tokens))
        .isCloseTo(NANOS_PER_SECOND / 160, within(NANOS_PER_SECOND / 160 * 2 * Load.NEAR_RATIO));
  }

  /** Of a hundred tokens forty under the lock let no more through. */
  @Test
  void heldTokens_lockThatLetsFewThrough_arePartOfTheWork() throws Fork.Unmeasured {
    AtomicInteger tries = new AtomicInteger();

    long held =
        Load.heldTokens(
            NANOS_PER_SECOND / 60,
            100,
            tokens -> {
              tries.incrementAndGet();
              return NANOS_PER_SECOND / (20 + tokens);
            });

    assertThat(held).isCloseTo(40, within(5L));
    assertThat(tries.get()).isLessThanOrEqualTo(Load.MOST_HELD_TRIES);
  }

  @Test
  void heldTokens_noMoreWithoutAny_areNone() throws Fork.Unmeasured {
    assertThat(Load.heldTokens(1e7, 100, tokens -> 1.1e7)).isZero();
  }

  @Test
  void restTokens_operationsThatTakeLongerAlone_areNone() throws Fork.Unmeasured {
    assertThat(Load.restTokens(2e7, rest -> 1e7)).isZero();
  }
}
