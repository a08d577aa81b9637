package io.mapscope.prove.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mapscope.prove.Together;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** When what is given was made, with maps for bytes. */
final class SerialSubjectTest {

  private static final List<String> PAIR = List.of("first", "second");

  private static Way<Integer, Map<String, Integer>> copying() {
    return new Way<>(HashMap::new, Function.identity());
  }

  private static Way<Integer, Integer> counting(AtomicInteger made) {
    return new Way<>(map -> made.incrementAndGet(), number -> Map.of());
  }

  @Test
  void kept_askedTwice_isMadeOnceUntilWritten() {
    AtomicInteger made = new AtomicInteger();
    SerialSubject<Integer, Integer> kept =
        new KeptSubject<>(new ConcurrentHashMap<>(), counting(made));

    assertThat(kept.serialize()).isEqualTo(1);
    assertThat(kept.serialize()).isEqualTo(1);
    kept.put("a", 1);
    assertThat(kept.serialize()).isEqualTo(2);
    assertThat(made).hasValue(2);
  }

  /** A write in the middle: what is made meanwhile must not be given to those who come later. */
  @Test
  void kept_writtenWhileMade_isMadeAgain() {
    AtomicInteger made = new AtomicInteger();
    Kept<Integer> kept = new Kept<>();
    assertThat(
            kept.get(
                () -> {
                  kept.changed();
                  return made.incrementAndGet();
                }))
        .isEqualTo(1);

    assertThat(kept.get(made::incrementAndGet)).isEqualTo(2);
    assertThat(kept.get(made::incrementAndGet)).isEqualTo(2);
  }

  @Test
  void offPath_secondChange_waitsForTheFirstToBeWritten() {
    try (OffPathSubject<Integer, Map<String, Integer>> subject = new OffPathSubject<>(copying())) {
      for (int i = 1; i <= 500; i++) {
        subject.put("a", i);

        assertThat(subject.serialize().getOrDefault("a", 0)).isBetween(i - 1, i);
      }
      assertThat(subject.settled()).containsEntry("a", 500);
    }
  }

  @Test
  void offPath_unchanged_isMadeOnce() {
    AtomicInteger made = new AtomicInteger();
    try (OffPathSubject<Integer, Integer> subject = new OffPathSubject<>(counting(made))) {
      subject.put("a", 1);
      Integer settled = subject.settled();

      for (int i = 0; i < 100; i++) {
        assertThat(subject.serialize()).isEqualTo(settled);
      }
      assertThat(made).hasValue(settled);
    }
  }

  /** Of a pair that is written first one, then the other, no snapshot shows the other alone. */
  @Test
  void offPath_writtenMeanwhile_showsOneMoment() throws Exception {
    try (OffPathSubject<Integer, Map<String, Integer>> subject = new OffPathSubject<>(copying())) {
      Together.run(
          2,
          thread -> {
            for (int i = 1; i <= 2_000; i++) {
              if (thread == 0) {
                int now = i;
                PAIR.forEach(key -> subject.put(key, now));
              } else {
                Map<String, Integer> shown = subject.serialize();
                int first = shown.getOrDefault("first", 0);
                assertThat(shown.getOrDefault("second", 0)).isBetween(first - 1, first);
              }
            }
          });
      assertThat(subject.readBack()).containsEntry("second", 2_000);
    }
  }

  @Test
  void offPath_whoseBackgroundFails_tellsWhoeverAsksNext() {
    Way<Integer, Integer> failing =
        new Way<>(
            map -> {
              if (!map.isEmpty()) {
                throw new IllegalArgumentException("no such format");
              }
              return 0;
            },
            number -> Map.of());
    try (OffPathSubject<Integer, Integer> subject = new OffPathSubject<>(failing)) {
      subject.put("a", 1);

      assertThatThrownBy(subject::settled).hasRootCauseMessage("no such format");
    }
  }

  @Test
  void offPath_closed_endsItsThread() {
    OffPathSubject<Integer, Map<String, Integer>> subject = new OffPathSubject<>(copying());
    subject.close();
    subject.put("a", 1);

    assertThatThrownBy(subject::settled).isInstanceOf(IllegalStateException.class);
  }
}
