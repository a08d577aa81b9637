package io.mapscope.dist.programs;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A HashMap two threads use without a lock, and one they use with a read/write lock. A few times
 * the writer stays inside a put until the reader has been inside too: what they do at full speed
 * may not overlap on a loaded machine.
 */
public final class RacingMap {
  static final Map<Object, Integer> RACY = new HashMap<>();
  static final Map<Integer, Integer> LOCKED = new HashMap<>();
  private static final ReentrantReadWriteLock LOCK = new ReentrantReadWriteLock();
  private static final int ROUNDS = 300_000;
  private static final int MEETINGS = 20;
  private static final Semaphore WRITER_IS_INSIDE = new Semaphore(0);
  private static final Semaphore READER_WAS_INSIDE = new Semaphore(0);

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

  /** Equal to a key that is in the map; comparing it is where the writer stays. */
  private record Meeting(int id) {
    @Override
    public boolean equals(Object other) {
      WRITER_IS_INSIDE.release();
      READER_WAS_INSIDE.acquireUninterruptibly();
      return other instanceof Integer key && key == id;
    }

    @Override
    public int hashCode() {
      return id;
    }
  }

  private static void write() {
    for (int i = 0; i < MEETINGS; i++) {
      RACY.put(new Meeting(i), i);
    }
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
    for (int i = 0; i < MEETINGS; i++) {
      WRITER_IS_INSIDE.acquireUninterruptibly();
      RACY.get(i);
      READER_WAS_INSIDE.release();
    }
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
