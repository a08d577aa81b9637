package io.mapscope.dist.programs;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Threads that do nothing but read one Hashtable, hence wait for its lock; prints how often.
 *
 * <p>With a second argument one of the keys takes so long, under the lock, that the others give up
 * spinning: how soon short turns make them block depends on where the host has put the processors.
 */
public final class FoughtFor {
  static final Map<Object, Integer> TABLE = new Hashtable<>();

  private static final int KEYS = 256;
  private static final int THREADS = 4;
  private static final int SECONDS = 12;

  private static final long SLOW_NANOS = 50_000;

  private final Object[] keys = new Object[KEYS];

  private FoughtFor(boolean slow) {
    for (int key = 0; key < KEYS; key++) {
      keys[key] = key;
    }
    if (slow) {
      keys[0] = new SlowKey();
    }
  }

  /** The same for all that are equal, but found out slowly. */
  private static final class SlowKey {
    @Override
    public int hashCode() {
      long end = System.nanoTime() + SLOW_NANOS;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      return 1;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof SlowKey;
    }
  }

  public static void main(String[] args) throws Exception {
    FoughtFor table = new FoughtFor(args.length > 1);
    for (Object key : table.keys) {
      TABLE.put(key, 1);
    }
    int seconds = args.length == 0 ? SECONDS : Integer.parseInt(args[0]);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Reader> readers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      readers.add(table.new Reader(end));
    }
    readers.forEach(Thread::start);
    long reads = 0;
    for (Reader reader : readers) {
      reader.join();
      reads += reader.reads;
    }
    System.out.println("reads " + reads);
  }

  private final class Reader extends Thread {
    private final long end;
    private long reads;
    private long found;

    Reader(long end) {
      this.end = end;
    }

    @Override
    public void run() {
      while (System.nanoTime() < end) {
        for (Object key : keys) {
          found += TABLE.get(key) == null ? 0 : 1;
        }
        reads += KEYS;
      }
    }
  }
}
