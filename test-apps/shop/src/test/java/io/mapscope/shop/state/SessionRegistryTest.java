package io.mapscope.shop.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class SessionRegistryTest {
  private final AtomicLong nowMillis = new AtomicLong();
  private final SessionRegistry sessions =
      new SessionRegistry(() -> Instant.ofEpochMilli(nowMillis.get()), 100);

  @Test
  void expireIdle_idleForLongerThanTheLimit_removesOnlyThose() {
    String idle = sessions.open("ann");
    String used = sessions.open("bob");
    nowMillis.set(60);
    sessions.find(used);
    nowMillis.set(101);

    assertThat(sessions.expireIdle()).isEqualTo(1);

    assertThat(sessions.find(idle)).isNull();
    assertThat(sessions.find(used)).isNotNull();
  }

  @Test
  void expireIdle_idleForExactlyTheLimit_keeps() {
    String id = sessions.open("ann");
    nowMillis.set(100);

    assertThat(sessions.expireIdle()).isZero();
    assertThat(sessions.live()).containsOnlyKeys(id);
  }

  @Test
  void takeLines_twice_givesTheLinesOnce() {
    Session session = new Session("ann", 0);
    session.add(1, 2);

    assertThat(session.takeLines()).containsExactly(Map.entry(1, 2));
    assertThat(session.takeLines()).isEmpty();
  }
}
