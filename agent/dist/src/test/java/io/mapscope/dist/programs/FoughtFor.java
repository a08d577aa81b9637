package io.mapscope.dist.programs;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Threads that do nothing but read one Hashtable, hence wait for its lock; prints how often. */
public final class FoughtFor {
  static final Map<Integer, Integer> TABLE = new Hashtable<>();

  private static final int KEYS = 256;
  private static final int THREADS = 4;
  private static final int SECONDS = 12;

  private FoughtFor() {}

  public static void main(String[] args) throws Exception {
    for (int key = 0; key < KEYS; key++) {
      TABLE.put(key, key);
    }
    int seconds = args.length == 0 ? SECONDS : Integer.parseInt(args[0]);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Reader> readers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      readers.add(new Reader(end));
    }
    readers.forEach(Thread::start);
    long reads = 0;
    for (Reader reader : readers) {
      reader.join();
      reads += reader.reads;
    }
    System.out.println("reads " + reads);
  }

  private static final class Reader extends Thread {
    private final long end;
    private long reads;
    private long found;

    Reader(long end) {
      this.end = end;
    }

    @Override
    public void run() {
      while (System.nanoTime() < end) {
        for (int key = 0; key < KEYS; key++) {
          found += TABLE.get(key) == null ? 0 : 1;
        }
        reads += KEYS;
      }
    }
  }
}
