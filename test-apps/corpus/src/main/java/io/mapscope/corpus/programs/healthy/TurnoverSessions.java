package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sessions in a ConcurrentHashMap that come and go by the thousand: as many end as begin.
 *
 * <p>Written all the time and never growing: spread keys, no waits, no leak.
 */
@Label(
    name = "healthy-turnover-sessions",
    source = "seed scenario, write-heavy, in its healthy form")
public final class TurnoverSessions implements CorpusProgram {
  private static final int LIVE = 1_000;

  private final ConcurrentMap<Long, String> userBySession = new ConcurrentHashMap<>();
  private final AtomicLong next = new AtomicLong();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 3, this::turnOver);
  }

  private void turnOver() {
    final long session = next.incrementAndGet();
    userBySession.put(session, "user");
    userBySession.get(session);
    userBySession.remove(session - LIVE);
    LockSupport.parkNanos(10_000);
  }
}
