package io.mapscope.corpus.programs.unsafeiteration;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sessions in a synchronizedMap that a sweeper walks to let old ones go, removing by its iterator,
 * while requests open new ones.
 *
 * <p>Neither the loop nor the iterator's {@code remove} holds the wrapper's lock: the agent sees
 * the map written by another thread during traversals, and ConcurrentModificationExceptions that
 * come from the sweeper's loop. The fixed form sweeps within {@code synchronized
 * (openedBySession)}.
 */
@Label(
    name = "expiry-sweep",
    rules = "unsafe-iteration",
    map = "openedBySession",
    also = {"unsafe-shared-map", "lock-contended-map"},
    source = "java.util.Collections.synchronizedMap, on iteration; jackson-databind#1726")
public final class ExpirySweep implements CorpusProgram {
  private static final int SESSIONS = 400;
  private static final long AGE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final Map<Integer, Long> openedBySession =
      Collections.synchronizedMap(new LinkedHashMap<>());

  /** Sweeps that broke off in the middle. */
  private final AtomicLong failedSweeps = new AtomicLong();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline)
        .with(2, this::open)
        .with(1, fixed ? this::sweepLocked : this::sweepAndCatch)
        .work();
  }

  private void open() {
    openedBySession.put(ThreadLocalRandom.current().nextInt(SESSIONS), System.nanoTime());
    LockSupport.parkNanos(20_000);
  }

  private void sweepAndCatch() {
    try {
      sweep();
    } catch (ConcurrentModificationException | NoSuchElementException e) {
      failedSweeps.incrementAndGet();
    }
    LockSupport.parkNanos(500_000);
  }

  private void sweepLocked() {
    synchronized (openedBySession) {
      sweep();
    }
    LockSupport.parkNanos(500_000);
  }

  private void sweep() {
    final Iterator<Long> opened = openedBySession.values().iterator();
    while (opened.hasNext()) {
      if (System.nanoTime() - opened.next() > AGE_NANOS) {
        opened.remove();
      }
    }
  }
}
