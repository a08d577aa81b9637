package io.mapscope.runtime.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.MapscopeGate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GateTest {
  private final Gate gate = new Gate();

  @AfterEach
  void openAgain() {
    MapscopeGate.open = true; // not by a gate that may hang
  }

  /** The collector did so while the bean opened the gate, and neither went on, nor the report. */
  @Test
  void open_whileWhoAsksHoldsTheLockItNeeds_blocksNeither() throws Exception {
    Object ledger = new Object();
    CountDownLatch asking = new CountDownLatch(1);
    CountDownLatch opening = new CountDownLatch(1);
    gate.close();
    CompletableFuture<Boolean> asked =
        CompletableFuture.supplyAsync(
            () -> {
              synchronized (ledger) {
                asking.countDown();
                await(opening);
                return gate.closedNanos() > 0
                    && gate.coverage() < 1
                    && gate.closings() == 1
                    && !gate.isOpen()
                    && !gate.wasOpenAt(Instant.now());
              }
            });
    await(asking);

    CompletableFuture<Void> opened =
        CompletableFuture.runAsync(
            () ->
                gate.open(
                    () -> {
                      opening.countDown();
                      synchronized (ledger) {
                        assertThat(gate.isOpen()).isFalse();
                      }
                    }));

    assertThat(asked.get(30, TimeUnit.SECONDS)).isTrue();
    opened.get(30, TimeUnit.SECONDS);
    assertThat(gate.isOpen()).isTrue();
  }

  @Test
  void moments_aroundAClosing_areToldApart() {
    Instant before = Instant.now().minusMillis(1);
    gate.close();
    Instant meanwhile = Instant.now();
    gate.close();
    gate.open(() -> {});

    assertThat(gate.wasOpenAt(before)).isTrue();
    assertThat(gate.wasOpenAt(meanwhile)).isFalse();
    assertThat(gate.wasOpenAt(Instant.now().plusMillis(1))).isTrue();
    assertThat(gate.closings()).isEqualTo(1);
    assertThat(gate.closedNanos()).isPositive().isEqualTo(gate.closedNanos());
  }

  /** Waits are asked about within seconds of their end: what is older takes no memory. */
  @Test
  void closings_manyLater_forgetTheFirst() {
    gate.close();
    Instant meanwhile = Instant.now();
    gate.open(() -> {});
    assertThat(gate.wasOpenAt(meanwhile)).isFalse();

    for (int i = 0; i < 100; i++) {
      gate.close();
      gate.open(() -> {});
    }

    assertThat(gate.wasOpenAt(meanwhile)).isTrue();
    assertThat(gate.closings()).isEqualTo(101);
    assertThat(gate.coverage()).isBetween(0.0, 1.0);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
