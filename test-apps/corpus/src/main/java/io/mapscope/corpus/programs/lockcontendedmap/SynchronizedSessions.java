package io.mapscope.corpus.programs.lockcontendedmap;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sessions in a synchronizedMap that four request threads look up, open and close.
 *
 * <p>The agent sees the threads blocked on the wrapper's monitor for a large part of their time.
 */
@Label(
    name = "synchronized-sessions",
    rules = "lock-contended-map",
    map = "userBySession",
    source = "seed scenario, write-heavy: sessions")
public final class SynchronizedSessions implements CorpusProgram {
  private static final int SESSIONS = 5_000;

  private Map<Integer, String> userBySession = Map.of();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    userBySession =
        fixed ? new ConcurrentHashMap<>() : Collections.synchronizedMap(new HashMap<>());
    Crew.work(deadline, 4, this::request);
  }

  private void request() {
    final int session = ThreadLocalRandom.current().nextInt(SESSIONS);
    switch (ThreadLocalRandom.current().nextInt(4)) {
      case 0 -> userBySession.put(session, "user-" + session);
      case 1 -> userBySession.remove(session);
      default -> userBySession.get(session);
    }
  }
}
