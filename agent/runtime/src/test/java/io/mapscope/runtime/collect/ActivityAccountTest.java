package io.mapscope.runtime.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Activity;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ActivityAccountTest {
  private static final long SECOND = 1_000_000_000L;

  private final ActivityAccount account = new ActivityAccount(5 * SECOND);

  @Test
  void activity_beforeTheFirstSnapshot_isUnknown() {
    assertThat(account.profile()).isNull();
  }

  @Test
  void snapshots_closeTogether_areOneMoment() {
    account.note(5 * SECOND + SECOND / 4, 10, 0);
    account.note(5 * SECOND + SECOND / 2, 20, 0);
    account.note(7 * SECOND, 30, 0);
    account.note(8 * SECOND, 40, 0);

    assertThat(activity())
        .isEqualTo(new Activity(List.of(0.0, 2.0, 3.0), List.of(0L, 30L, 40L), List.of()));
  }

  @Test
  void blockedTime_isTold_onceSomebodyWaited() {
    account.note(6 * SECOND, 10, 0);
    account.note(7 * SECOND, 20, 3);

    assertThat(activity().blockedNanos()).containsExactly(0L, 0L, 3L);
  }

  @Test
  void longRun_keepsABoundedNumberOfMoments_fromBirthToTheLatest() {
    for (int second = 1; second <= 10_000; second++) {
      account.note((5 + second) * SECOND, second, 2L * second);
      assertThat(activity().seconds()).hasSizeLessThanOrEqualTo(Activity.MOST_MOMENTS);
    }

    assertThat(activity().seconds()).isSorted().startsWith(0.0).endsWith(10_000.0);
    assertThat(activity().seconds()).hasSizeGreaterThan(Activity.MOST_MOMENTS / 2 - 2);
    for (int i = 0; i < activity().seconds().size(); i++) {
      long seconds = Math.round(activity().seconds().get(i));
      assertThat(activity().operations().get(i)).isEqualTo(seconds);
      assertThat(activity().blockedNanos().get(i)).isEqualTo(2 * seconds);
    }
  }

  private Activity activity() {
    return Objects.requireNonNull(account.profile());
  }
}
