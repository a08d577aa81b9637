package io.mapscope.corpus.programs.unsafesharedmap;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.ConcurrentModificationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Subscribers in a LinkedHashMap: a lock protects its changes, and every delivery iterates it
 * without that lock.
 *
 * <p>The agent sees loops inside the map while another thread writes to it, and
 * ConcurrentModificationExceptions that come from them; the root is that the map is shared without
 * its lock. The fixed form iterates an immutable copy.
 */
@Label(
    name = "subscribers",
    rules = "unsafe-shared-map",
    map = "queueBySubscriber",
    also = "unsafe-iteration",
    source = "log4j2#3939; rules.md")
public final class Subscribers implements CorpusProgram {
  private static final int SUBSCRIBERS = 100;

  private final Object lock = new Object();
  private final Map<Integer, String> queueBySubscriber = new LinkedHashMap<>();
  private volatile List<String> queues = List.of();

  /** Deliveries that broke off in the middle. */
  private final AtomicLong failedDeliveries = new AtomicLong();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline)
        .with(1, fixed ? this::subscribeAndPublish : this::subscribe)
        .with(2, fixed ? this::deliverToCopy : this::deliver)
        .work();
  }

  private void subscribe() {
    synchronized (lock) {
      change();
    }
    LockSupport.parkNanos(20_000);
  }

  private void subscribeAndPublish() {
    synchronized (lock) {
      change();
      queues = List.copyOf(queueBySubscriber.values());
    }
    LockSupport.parkNanos(20_000);
  }

  private void change() {
    final int subscriber = ThreadLocalRandom.current().nextInt(SUBSCRIBERS);
    if (queueBySubscriber.remove(subscriber) == null) {
      queueBySubscriber.put(subscriber, "queue-" + subscriber);
    }
  }

  private void deliver() {
    try {
      send(queueBySubscriber.values());
    } catch (ConcurrentModificationException | NoSuchElementException e) {
      failedDeliveries.incrementAndGet();
    }
  }

  private void deliverToCopy() {
    send(queues);
  }

  private static void send(Iterable<String> queues) {
    int characters = 0;
    for (final String queue : queues) {
      characters += queue.length();
    }
    LockSupport.parkNanos(50_000 + characters);
  }
}
