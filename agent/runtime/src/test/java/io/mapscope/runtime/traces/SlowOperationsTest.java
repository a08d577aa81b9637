package io.mapscope.runtime.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.TraceRef;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class SlowOperationsTest {
  private static final TraceRef TRACE =
      TraceRef.of("0123456789abcdef0123456789abcdef" + "fedcba9876543210");
  private static final long THREAD = Thread.currentThread().getId();

  @Test
  void ids_inOneText_areTakenApart() {
    assertThat(TRACE.traceId()).isEqualTo("0123456789abcdef0123456789abcdef");
    assertThat(TRACE.spanId()).isEqualTo("fedcba9876543210");
  }

  @Test
  void wait_withinASlowOperationOfTheThread_hasItsTrace() {
    Instant before = Instant.now();
    SlowOperations.ended(TimeUnit.SECONDS.toNanos(10), TRACE);
    Instant inside = before.minusSeconds(5);

    assertThat(SlowOperations.traceOf(THREAD, inside, before)).isEqualTo(TRACE);
  }

  @Test
  void wait_ofAnotherThreadOrOutside_hasNone() {
    SlowOperations.ended(TimeUnit.SECONDS.toNanos(10), TRACE);
    Instant after = Instant.now();
    Instant inside = after.minusSeconds(5);

    assertThat(SlowOperations.traceOf(THREAD + 1, inside, inside.plusSeconds(1))).isNull();
    assertThat(SlowOperations.traceOf(THREAD, after.minusSeconds(30), inside)).isNull();
    assertThat(SlowOperations.traceOf(THREAD, inside, after.plusSeconds(20))).isNull();
  }

  @Test
  void operations_moreThanAreKept_leaveTheNewest() {
    for (int i = 0; i < 10_000; i++) {
      SlowOperations.ended(TimeUnit.SECONDS.toNanos(10), TRACE);
    }
    Instant inside = Instant.now().minusSeconds(5);

    assertThat(SlowOperations.traceOf(THREAD, inside, inside.plusSeconds(1))).isEqualTo(TRACE);
  }
}
