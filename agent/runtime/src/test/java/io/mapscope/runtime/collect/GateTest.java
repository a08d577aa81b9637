package io.mapscope.runtime.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.runtime.govern.Block;
import java.time.Instant;
import java.util.MapscopeGate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GateTest {
  private final Gate gate = new Gate();

  @AfterEach
  void openAgain() {
    MapscopeGate.setAll(true); // not by a gate that may hang
  }

  /** The ledger's lock is held by who asks: it must not wait for who moves the gate. */
  @Test
  void questions_whileAnotherThreadHasTheGate_areAnswered() throws Exception {
    gate.close();
    CompletableFuture<Boolean> asked;
    synchronized (gate) {
      asked =
          CompletableFuture.supplyAsync(
              () ->
                  gate.closedNanos() > 0
                      && gate.coverage() < 1
                      && gate.closings() == 1
                      && gate.windows() == 0
                      && gate.block().allNanos() > 0
                      && !gate.isOpen()
                      && !gate.wasOpenAt(Instant.now()));

      assertThat(asked.get(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void block_windowsAndAClosing_countsTheTimeOfEach() throws Exception {
    gate.takeBlock();
    gate.shut();
    gate.unshut();
    gate.shut();
    Block shut = gate.block();
    gate.close();
    long stopped = gate.block().allNanos();
    Thread.sleep(2);

    assertThat(shut.openNanos()).isPositive().isLessThan(shut.allNanos());
    assertThat(gate.block().allNanos()).isEqualTo(stopped);
    assertThat(gate.windows()).isEqualTo(1);
    assertThat(MapscopeGate.open).isFalse();
    gate.open();
    assertThat(MapscopeGate.open).as("shut by the governor").isFalse();
    assertThat(MapscopeGate.rare).isTrue();
    gate.unshut();
    assertThat(MapscopeGate.open).isTrue();
  }

  @Test
  void moments_aroundAClosing_areToldApart() {
    Instant before = Instant.now().minusMillis(1);
    gate.close();
    Instant meanwhile = Instant.now();
    gate.close();
    gate.open();

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
    gate.open();
    assertThat(gate.wasOpenAt(meanwhile)).isFalse();

    for (int i = 0; i < 100; i++) {
      gate.close();
      gate.open();
    }

    assertThat(gate.wasOpenAt(meanwhile)).isTrue();
    assertThat(gate.closings()).isEqualTo(101);
    assertThat(gate.coverage()).isBetween(0.0, 1.0);
  }
}
