package io.mapscope.corpus.programs.unsafelistvalues;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Alerts per host in ArrayDeques that one thread fills and two others drain.
 *
 * <p>The agent sees mutable collections as values, reached by {@code get} from several threads. The
 * fixed form has a queue that is made for it as value.
 */
@Label(
    name = "alerts-by-host",
    rules = "unsafe-list-values",
    map = "alertsByHost",
    source = "rules.md, unsafe-list-values")
public final class AlertsByHost implements CorpusProgram {
  private static final int HOSTS = 20;

  private final ConcurrentMap<Integer, Queue<String>> alertsByHost = new ConcurrentHashMap<>();

  /** Accesses that failed, as they do in such a queue. */
  private final AtomicLong failures = new AtomicLong();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    for (int host = 0; host < HOSTS; host++) {
      alertsByHost.put(host, fixed ? new ConcurrentLinkedQueue<>() : new ArrayDeque<>());
    }
    new Crew(deadline).with(1, this::raise).with(2, this::drain).work();
  }

  private void raise() {
    final Queue<String> alerts = alertsByHost.get(host());
    try {
      if (alerts != null && alerts.size() < 100) {
        alerts.add("disk full");
      }
    } catch (RuntimeException e) {
      failures.incrementAndGet();
    }
    LockSupport.parkNanos(5_000);
  }

  private void drain() {
    final Queue<String> alerts = alertsByHost.get(host());
    try {
      if (alerts != null) {
        alerts.poll();
      }
    } catch (RuntimeException e) {
      failures.incrementAndGet();
    }
    LockSupport.parkNanos(5_000);
  }

  private static int host() {
    return ThreadLocalRandom.current().nextInt(HOSTS);
  }
}
