package io.mapscope.shop.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class EventBufferTest {
  private final AtomicLong nowMillis = new AtomicLong(1_000);
  private final EventBuffer events =
      new EventBuffer(() -> Instant.ofEpochMilli(nowMillis.get()), 100, 3);

  @Test
  void record_beyondCapacity_dropsTheOldest() {
    events.record("first");
    nowMillis.incrementAndGet();
    for (int i = 0; i < 3; i++) {
      events.record("later");
    }

    assertThat(events.countByKind(1_000)).isEqualTo(Map.of("later", 3));
  }

  @Test
  void trim_olderThanRetention_dropsOnlyThose() {
    events.record("old");
    nowMillis.addAndGet(101);
    events.record("new");

    events.trim();

    assertThat(events.countByKind(1_000)).isEqualTo(Map.of("new", 1));
    assertThat(events.count()).isEqualTo(1);
  }

  @Test
  void countByKind_window_includesItsFirstMillisecond() {
    events.record("view");
    nowMillis.addAndGet(10);
    events.record("view");

    assertThat(events.countByKind(10)).isEqualTo(Map.of("view", 2));
    assertThat(events.countByKind(9)).isEqualTo(Map.of("view", 1));
  }
}
