package io.mapscope.corpus.programs.presentkeycompute;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * RocketMQ's queue offsets by topic and queue: every message that is stored gets its offset's
 * counter with {@code computeIfAbsent}, and the counter has been there since the first message.
 *
 * <p>On JDK 8 that call always takes the bin's lock; since 9 only when the key is not the first in
 * its bin. The topics of this program are like that. The agent sees keys that are always there and
 * threads that wait for bins nevertheless. The fixed form asks with {@code get} first.
 */
@Label(
    name = "rocketmq-offsets",
    rules = "present-key-compute",
    map = "offsetByQueue",
    also = {"hot-bin", "poor-hash"},
    source = "apache/rocketmq#4999 -> #5008, #6883 (JDK-8161372)")
public final class RocketmqOffsets implements CorpusProgram {
  /** Names by a generator that counts up two letters: their hash codes are the same. */
  private static final String[] QUEUES = {"TopicAa-Aa", "TopicAa-BB", "TopicBB-Aa", "TopicBB-BB"};

  private final ConcurrentMap<String, AtomicLong> offsetByQueue = new ConcurrentHashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    for (final String queue : QUEUES) {
      offset(queue);
    }
    Crew.work(deadline, 4, fixed ? this::storeAfterGet : this::store);
  }

  private static String queue() {
    return QUEUES[ThreadLocalRandom.current().nextInt(QUEUES.length)];
  }

  private void store() {
    offset(queue()).incrementAndGet();
  }

  private AtomicLong offset(String queue) {
    return offsetByQueue.computeIfAbsent(queue, name -> new AtomicLong());
  }

  private void storeAfterGet() {
    final String queue = queue();
    final AtomicLong known = offsetByQueue.get(queue);
    (known == null ? offset(queue) : known).incrementAndGet();
  }
}
