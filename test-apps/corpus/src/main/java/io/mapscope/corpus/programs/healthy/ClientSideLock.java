package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Reservations in a synchronizedMap, changed in two steps and iterated within {@code synchronized}
 * on the map itself, as its documentation asks for; requests have a pace.
 *
 * <p>A trap: {@code get} and {@code put} are one step here, and a ConcurrentHashMap would tear them
 * apart.
 */
@Label(
    name = "healthy-client-side-lock",
    source = "rules.md, lock-contended-map: client-side locking")
public final class ClientSideLock implements CorpusProgram {
  private static final int SEATS = 100;

  private final Map<Integer, Integer> guestsBySeat = Collections.synchronizedMap(new HashMap<>());

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline).with(3, this::reserve).with(1, this::count).work();
  }

  private void reserve() throws InterruptedException {
    final int seat = ThreadLocalRandom.current().nextInt(SEATS);
    synchronized (guestsBySeat) {
      final Integer guests = guestsBySeat.get(seat);
      guestsBySeat.put(seat, guests == null ? 1 : guests + 1);
    }
    TimeUnit.MILLISECONDS.sleep(1);
  }

  private void count() throws InterruptedException {
    long guests = 0;
    synchronized (guestsBySeat) {
      for (final int each : guestsBySeat.values()) {
        guests += each;
      }
    }
    if (guests < 0) {
      throw new IllegalStateException("fewer than no guests");
    }
    TimeUnit.MILLISECONDS.sleep(20);
  }
}
