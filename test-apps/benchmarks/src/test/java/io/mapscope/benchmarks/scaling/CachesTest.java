package io.mapscope.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CachesTest {
  private static final int CORES = 3;
  private static final int LINE = 0;
  private static final double TRANSFER = 100;

  private final Caches caches = new Caches(CORES, 1, TRANSFER, 1, Caches.Contention.OVERLAPPING);

  @Test
  void read_ofLineThatNobodyWritesTo_transfersOncePerCore() {
    for (int i = 0; i < 10; i++) {
      for (int core = 0; core < CORES; core++) {
        caches.read(core, LINE);
      }
    }
    assertThat(caches.transfers()).isEqualTo(CORES - 1);
  }

  @Test
  void write_ofOneCoreAlone_transfersNothing() {
    for (int i = 0; i < 10; i++) {
      caches.read(0, LINE);
      caches.write(0, LINE);
    }
    assertThat(caches.transfers()).isZero();
    assertThat(caches.clockNanos(0)).isZero();
  }

  @Test
  void write_afterAnotherCoresWrite_transfersEachTime() {
    caches.write(0, LINE);
    caches.write(1, LINE);
    caches.write(0, LINE);
    assertThat(caches.transfers()).isEqualTo(2);
    assertThat(caches.clockNanos(0)).isEqualTo(TRANSFER);
    assertThat(caches.clockNanos(1)).isEqualTo(TRANSFER);
  }

  @Test
  void read_afterAnotherCoresWrite_missesOnceAndTheWriterToo() {
    caches.write(0, LINE);
    caches.read(1, LINE);
    caches.read(1, LINE);
    caches.write(0, LINE);
    assertThat(caches.transfers()).isEqualTo(2);
  }

  @Test
  void write_byAllCoresQueued_waitsForThoseBefore() {
    final Caches queue = new Caches(CORES, 1, TRANSFER, 1, Caches.Contention.QUEUED);
    for (int core = 0; core < CORES; core++) {
      queue.write(core, LINE);
    }
    assertThat(queue.clockNanos(CORES - 1)).isEqualTo(2 * TRANSFER, within(1e-9));
  }

  @Test
  void write_waitingForHalfOfATransfer_costsTheHalf() {
    final Caches some = new Caches(CORES, 1, TRANSFER, 0.5, Caches.Contention.OVERLAPPING);
    some.write(0, LINE);
    some.write(1, LINE);
    assertThat(some.clockNanos(1)).isEqualTo(TRANSFER / 2, within(1e-9));
  }
}
