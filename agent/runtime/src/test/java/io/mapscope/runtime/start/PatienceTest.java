package io.mapscope.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

final class PatienceTest {
  private static final Patience SHORT = new Patience(Duration.ofMillis(1), Duration.ofMinutes(1));

  private static final Duration TWENTY_TIMES_THE_ORDINARY = Duration.ofMillis(20);

  private volatile boolean enough;

  @Test
  void await_workerStillAtWork_waitsBeyondTheOrdinary() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Thread worker =
        new Thread(
            () -> {
              long end = System.nanoTime() + TWENTY_TIMES_THE_ORDINARY.toNanos();
              while (System.nanoTime() < end) {
                Thread.onSpinWait();
              }
              done.countDown();
            });
    worker.start();

    boolean ready = SHORT.await(done, atWork(worker));
    worker.join();

    assertThat(ready).isTrue();
  }

  @Test
  void await_workerThatWaitsItself_isGivenUp() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Thread worker =
        new Thread(
            () -> {
              try {
                never.await();
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            });
    worker.start();
    while (worker.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }

    boolean ready = SHORT.await(never, atWork(worker));
    worker.interrupt();

    assertThat(ready).isFalse();
  }

  @Test
  void await_workerThatNeverEnds_isGivenUpAtTheLongest() throws Exception {
    Thread worker =
        new Thread(
            () -> {
              while (!enough) {
                Thread.onSpinWait();
              }
            });
    worker.start();

    boolean ready =
        new Patience(Duration.ofMillis(1), Duration.ofMillis(2))
            .await(new CountDownLatch(1), atWork(worker));
    enough = true;
    worker.join();

    assertThat(ready).isFalse();
  }

  private static BooleanSupplier atWork(Thread worker) {
    return () -> worker.getState() == Thread.State.RUNNABLE;
  }
}
