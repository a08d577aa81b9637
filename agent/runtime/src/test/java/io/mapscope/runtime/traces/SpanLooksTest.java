package io.mapscope.runtime.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.TraceRef;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class SpanLooksTest {
  private static final long THREAD = Thread.currentThread().getId();
  private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final TraceRef FIRST =
      TraceRef.of("00000000000000000000000000000001" + "0000000000000001");
  private static final TraceRef SECOND =
      TraceRef.of("00000000000000000000000000000002" + "0000000000000002");

  /** Of each test its own, because looks are kept. */
  private static long monitors = 4096;

  private final long monitor = monitors += 4096;
  private final Instant begin = Instant.now();

  @Test
  void wait_beforeALookOfTheThread_hasItsTrace() {
    SpanLooks.looked(monitor, IDLE_NANOS, FIRST);

    assertThat(SpanLooks.traceOf(THREAD, monitor, begin.minusMillis(2), begin)).isEqualTo(FIRST);
  }

  @Test
  void wait_beforeSeveralLooks_hasTheTraceOfTheFirst() {
    SpanLooks.looked(monitor, IDLE_NANOS, FIRST);
    SpanLooks.looked(monitor, IDLE_NANOS, SECOND);

    assertThat(SpanLooks.traceOf(THREAD, monitor, begin.minusMillis(2), begin)).isEqualTo(FIRST);
  }

  @Test
  void wait_beforeALookOutsideOfSpansAndOneInside_hasNone() {
    SpanLooks.looked(monitor, IDLE_NANOS, null);
    SpanLooks.looked(monitor, IDLE_NANOS, FIRST);

    assertThat(SpanLooks.traceOf(THREAD, monitor, begin.minusMillis(2), begin)).isNull();
  }

  @Test
  void wait_endingALittleAfterItsLookByTheOtherClock_hasItsTrace() {
    SpanLooks.looked(monitor, IDLE_NANOS, FIRST);
    Instant end = Instant.now().plusMillis(1);

    assertThat(SpanLooks.traceOf(THREAD, monitor, begin.minusMillis(4), end)).isEqualTo(FIRST);
  }

  @Test
  void wait_beganAfterTheLook_hasNone() {
    SpanLooks.looked(monitor, IDLE_NANOS, FIRST);
    Instant after = Instant.now().plusMillis(1);

    assertThat(SpanLooks.traceOf(THREAD, monitor, after, after.plusMillis(2))).isNull();
  }

  @Test
  void wait_longBeforeTheLook_hasNone() {
    SpanLooks.looked(monitor, IDLE_NANOS, FIRST);
    Instant end = begin.minusMillis(100);

    assertThat(SpanLooks.traceOf(THREAD, monitor, end.minusMillis(2), end)).isNull();
    assertThat(SpanLooks.traceOf(THREAD, monitor, end.minusSeconds(5), end))
        .as("the operation may take as long as those that it waited for")
        .isEqualTo(FIRST);
  }

  @Test
  void wait_endingWhileTheThreadMayHaveUsedTheMap_hasNone() throws Exception {
    Thread.sleep(2);
    SpanLooks.looked(monitor, 0, FIRST);
    SpanLooks.looked(monitor, IDLE_NANOS, SECOND);

    assertThat(SpanLooks.traceOf(THREAD, monitor, begin.minusMillis(2), begin)).isNull();
  }

  @Test
  void wait_ofAnotherThreadOrForAnotherMonitor_hasNone() {
    SpanLooks.looked(monitor, IDLE_NANOS, FIRST);
    Instant waitBegin = begin.minusMillis(2);

    assertThat(SpanLooks.traceOf(THREAD + 1, monitor, waitBegin, begin)).isNull();
    assertThat(SpanLooks.traceOf(THREAD, monitor + 8, waitBegin, begin)).isNull();
  }
}
