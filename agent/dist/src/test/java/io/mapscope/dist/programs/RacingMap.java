package io.mapscope.dist.programs;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A HashMap two threads use without a lock, and one they use with a read/write lock. */
public final class RacingMap {
  static final Map<Integer, Integer> RACY = new HashMap<>();
  static final Map<Integer, Integer> LOCKED = new HashMap<>();
  private static final ReentrantReadWriteLock LOCK = new ReentrantReadWriteLock();
  private static final int ROUNDS = 300_000;

  /** Long enough for a loaded machine to run both threads many times. */
  private static final long RACE_NANOS = 2_000_000_000L;

  private RacingMap() {}

  public static void main(String[] args) throws Exception {
    for (int key = 0; key < 512; key++) {
      RACY.put(key, key);
      LOCKED.put(key, key);
    }
    Thread writer = new Thread(RacingMap::write, "the-writer");
    Thread reader = new Thread(RacingMap::read, "the-reader");
    writer.start();
    reader.start();
    writer.join();
    reader.join();
    System.out.println("done " + RACY.size() + " " + LOCKED.size());
  }

  private static void write() {
    long end = System.nanoTime() + RACE_NANOS;
    for (int i = 0; System.nanoTime() < end; i++) {
      RACY.put(i & 511, i);
    }
    for (int i = 0; i < ROUNDS; i++) {
      LOCK.writeLock().lock();
      try {
        LOCKED.put(i & 511, i);
      } finally {
        LOCK.writeLock().unlock();
      }
    }
  }

  private static void read() {
    long end = System.nanoTime() + RACE_NANOS;
    for (int i = 0; System.nanoTime() < end; i++) {
      RACY.get(i & 511);
    }
    for (int i = 0; i < ROUNDS; i++) {
      LOCK.readLock().lock();
      try {
        LOCKED.get(i & 511);
      } finally {
        LOCK.readLock().unlock();
      }
    }
  }
}
