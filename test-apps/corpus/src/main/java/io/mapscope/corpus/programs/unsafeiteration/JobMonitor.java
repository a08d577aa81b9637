package io.mapscope.corpus.programs.unsafeiteration;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Jobs in a synchronizedMap whose values a monitor iterates without holding the wrapper.
 *
 * <p>Each method of the wrapper is locked, the loop is not: the agent sees the map written by
 * another thread during traversals, and ConcurrentModificationExceptions that come from the
 * monitor's loop. The fixed form iterates within {@code synchronized (jobs)}.
 */
@Label(
    name = "job-monitor",
    rules = "unsafe-iteration",
    map = "ownerByJob",
    also = {"unsafe-shared-map", "lock-contended-map"},
    source = "jackson-databind#1726, dropwizard/metrics#1111")
public final class JobMonitor implements CorpusProgram {
  private static final int JOBS = 300;

  private final Map<Integer, String> ownerByJob = Collections.synchronizedMap(new HashMap<>());

  /** Looks that had to be given up. */
  private final AtomicLong failedLooks = new AtomicLong();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline).with(1, this::change).with(1, fixed ? this::lookLocked : this::look).work();
  }

  private void change() {
    final int job = ThreadLocalRandom.current().nextInt(JOBS);
    if (ThreadLocalRandom.current().nextBoolean()) {
      ownerByJob.put(job, "owner");
    } else {
      ownerByJob.remove(job);
    }
    LockSupport.parkNanos(10_000);
  }

  private void look() throws InterruptedException {
    try {
      count();
    } catch (ConcurrentModificationException | NoSuchElementException e) {
      failedLooks.incrementAndGet();
    }
    TimeUnit.MILLISECONDS.sleep(1);
  }

  private void lookLocked() throws InterruptedException {
    synchronized (ownerByJob) {
      count();
    }
    TimeUnit.MILLISECONDS.sleep(1);
  }

  private int count() {
    int characters = 0;
    for (final String owner : ownerByJob.values()) {
      characters += owner.length();
    }
    return characters;
  }
}
