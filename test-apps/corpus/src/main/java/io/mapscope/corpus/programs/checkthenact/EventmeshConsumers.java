package io.mapscope.corpus.programs.checkthenact;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * EventMesh's consumers by group, as they were: a client that subscribes looks for its group's
 * consumer, makes one when there is none, and puts it into the ConcurrentHashMap.
 *
 * <p>Two clients of one group that do so at once overwrite each other: one of them is then
 * subscribed with a consumer that nobody finds. The agent sees {@code get} without a result and
 * {@code put} of the same key at one place, and puts that replaced what had not been there before.
 * Groups come and go, so it can happen at any time. The fixed form is the merged one, {@code
 * putIfAbsent}: making a consumer takes a while, which is no business of a function under a bin's
 * lock.
 */
@Label(
    name = "eventmesh-consumers",
    rules = "check-then-act",
    map = "consumerByGroup",
    source = "apache/eventmesh#2381 -> #2430; eclipse-ee4j/glassfish#18969")
public final class EventmeshConsumers implements CorpusProgram {
  private static final int GROUPS = 8;
  private static final long STAY_NANOS = 50_000;

  private final ConcurrentMap<String, Consumer> consumerByGroup = new ConcurrentHashMap<>();

  /** Delivers events to the clients of a group. */
  private static final class Consumer {
    private static final long CONNECTING_NANOS = 50_000;

    private final AtomicInteger clients = new AtomicInteger();

    /** Connects to the broker. */
    Consumer() {
      LockSupport.parkNanos(CONNECTING_NANOS);
    }

    void subscribe() {
      clients.incrementAndGet();
    }

    boolean unsubscribe() {
      return clients.decrementAndGet() <= 0;
    }
  }

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 4, () -> connect(fixed));
  }

  /** A client comes and goes; with the last one of a group its consumer goes. */
  private void connect(boolean fixed) {
    final String group = "group-" + ThreadLocalRandom.current().nextInt(GROUPS);
    final Consumer consumer = fixed ? consumerAtOnce(group) : consumerInTwoSteps(group);
    consumer.subscribe();
    LockSupport.parkNanos(STAY_NANOS);
    if (consumer.unsubscribe()) {
      consumerByGroup.remove(group, consumer);
    }
  }

  private Consumer consumerInTwoSteps(String group) {
    Consumer consumer = consumerByGroup.get(group);
    if (consumer == null) {
      consumer = new Consumer();
      consumerByGroup.put(group, consumer);
    }
    return consumer;
  }

  private Consumer consumerAtOnce(String group) {
    final Consumer known = consumerByGroup.get(group);
    if (known != null) {
      return known;
    }
    final Consumer made = new Consumer();
    final Consumer other = consumerByGroup.putIfAbsent(group, made);
    return other == null ? made : other;
  }
}
