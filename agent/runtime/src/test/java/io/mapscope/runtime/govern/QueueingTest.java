package io.mapscope.runtime.govern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class QueueingTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void more_whereHardlyAnybodyWaits_isNothing() {
    assertThat(Queueing.more(0, 0)).isZero();
    assertThat(Queueing.more(SECOND / 10, SECOND)).isZero();
  }

  @Test
  void more_betweenHardlyEverAndAlways_isInBetween() {
    assertThat(Queueing.more(2 * SECOND, 10 * SECOND)).isCloseTo(4, within(1e-9));
  }

  @Test
  void more_whereThreadsWaitAllTheTime_isTheMost() {
    assertThat(Queueing.more(3 * SECOND, 10 * SECOND)).isEqualTo(8);
    assertThat(Queueing.more(300 * SECOND, 10 * SECOND)).isEqualTo(8);
  }

  @Test
  void constant_aQueueInThreeMomentsOfTen_isOne() {
    assertThat(Queueing.isConstant(2 * SECOND, 10 * SECOND)).isFalse();
    assertThat(Queueing.isConstant(3 * SECOND, 10 * SECOND)).isTrue();
    assertThat(Queueing.isConstant(0, 0)).isFalse();
  }

  @Test
  void unseen_ofAnEstimate_isWhatHappenedBetweenWindows() {
    Estimates estimates = new Estimates(new long[] {7});
    estimates.add(new long[] {107}, new Block(100, 1_000));
    estimates.add(new long[] {150}, new Block(100, 100));

    assertThat(estimates.estimate(0)).isEqualTo(7 + 1_000 + 43);
    assertThat(estimates.unseen(0)).isEqualTo(900);
  }
}
