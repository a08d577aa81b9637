package io.mapscope.corpus.programs.torncopy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Positions of 3,000 accounts, written out as a copy of the live ConcurrentHashMap while two
 * threads book.
 *
 * <p>The agent sees copies with hundreds of writes in the middle: a state that never was, written
 * to disk. The fixed form books into a map under a lock and copies it under the same lock.
 */
@Label(
    name = "position-snapshot",
    rules = "torn-copy",
    map = "centsByAccount",
    also = {"costly-copy", "check-then-act"},
    fix = "a map under a lock",
    source = "seed scenario, safe copy of a changing map; pulsar#7719")
public final class PositionSnapshot implements CorpusProgram {
  private static final int ACCOUNTS = 3_000;

  private final ConcurrentMap<Integer, Long> centsByAccount = new ConcurrentHashMap<>();
  private final Object lock = new Object();
  private final Map<Integer, Long> lockedCentsByAccount = new HashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    for (int account = 0; account < ACCOUNTS; account++) {
      centsByAccount.put(account, 0L);
      lockedCentsByAccount.put(account, 0L);
    }
    new Crew(deadline)
        .with(2, fixed ? this::bookLocked : this::book)
        .with(1, fixed ? this::saveLocked : this::save)
        .work();
  }

  private void book() {
    final long cents = ThreadLocalRandom.current().nextLong(1_000);
    centsByAccount.put(account(), cents);
    centsByAccount.put(account(), -cents);
    LockSupport.parkNanos(1_000);
  }

  private void bookLocked() {
    final long cents = ThreadLocalRandom.current().nextLong(1_000);
    synchronized (lock) {
      lockedCentsByAccount.put(account(), cents);
      lockedCentsByAccount.put(account(), -cents);
    }
    LockSupport.parkNanos(1_000);
  }

  private void save() throws InterruptedException {
    write(new HashMap<>(centsByAccount));
  }

  private void saveLocked() throws InterruptedException {
    final Map<Integer, Long> copy;
    synchronized (lock) {
      copy = new HashMap<>(lockedCentsByAccount);
    }
    write(copy);
  }

  private static void write(Map<Integer, Long> positions) throws InterruptedException {
    long sum = 0;
    for (final long cents : positions.values()) {
      sum += cents;
    }
    if (sum == Long.MIN_VALUE) {
      throw new IllegalStateException("the bank is gone");
    }
    TimeUnit.MILLISECONDS.sleep(20);
  }

  private static int account() {
    return ThreadLocalRandom.current().nextInt(ACCOUNTS);
  }
}
