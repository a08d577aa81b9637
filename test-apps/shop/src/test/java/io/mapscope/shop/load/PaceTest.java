package io.mapscope.shop.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class PaceTest {
  private static final String URL = "http://127.0.0.1:1";

  @Test
  void openLoop_thatIsLate_keepsTheTimesThatWereDue() {
    long longAgo = System.nanoTime() - TimeUnit.SECONDS.toNanos(10);
    Pace second = new Pace(new LoadOptions(URL, 60, 4, 100, 1), 1, longAgo);

    assertThat(second.awaitNext()).isEqualTo(longAgo + TimeUnit.MILLISECONDS.toNanos(10));
    assertThat(second.awaitNext()).isEqualTo(longAgo + TimeUnit.MILLISECONDS.toNanos(50));
  }

  @Test
  void openLoop_thatIsEarly_waitsUntilDue() {
    long start = System.nanoTime();
    Pace pace = new Pace(new LoadOptions(URL, 60, 1, 20, 1), 0, start);
    pace.awaitNext();

    long due = pace.awaitNext();

    assertThat(due).isEqualTo(start + TimeUnit.MILLISECONDS.toNanos(50));
    assertThat(System.nanoTime()).isGreaterThanOrEqualTo(due);
  }

  @Test
  void closedLoop_isDueAtOnce() {
    long before = System.nanoTime();

    long due = new Pace(new LoadOptions(URL, 60, 4, 0, 1), 0, 0).awaitNext();

    assertThat(due).isBetween(before, System.nanoTime());
  }
}
