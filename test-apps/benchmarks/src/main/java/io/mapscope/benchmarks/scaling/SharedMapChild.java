package io.mapscope.benchmarks.scaling;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The measured JVM for what cores share: threads that read one map, or that hand one cache line to
 * each other. Prints CPU time per read, the median of the batches during which all threads ran, and
 * how many batches that were.
 */
final class SharedMapChild {
  private static final int KEYS = 1 << 10;
  private static final int BATCH = 1 << 14;
  private static final int MOST_BATCHES = 1 << 18;
  private static final int WARM_UP = 400;
  private static final int READ_SECONDS = 6;
  private static final int HANDS = 1_000;
  private static final int HANDED_BATCHES = 2_000;
  private static final int START_SECONDS = 2;

  private final Map<Integer, Integer> map;
  private final CountDownLatch ready;
  private volatile int found;

  private SharedMapChild(Map<Integer, Integer> map, int threads) {
    this.map = map;
    this.ready = new CountDownLatch(threads);
  }

  public static void main(String[] args) throws InterruptedException {
    final int threads = Integer.parseInt(args[1]);
    TimeUnit.SECONDS.sleep(START_SECONDS); // the agent opens its gate after main has begun
    switch (args[0]) {
      case "transfer" -> Figures.print("nanos", transferNanos());
      case "jdk" -> new SharedMapChild(filled(), threads).read(threads);
      case "counter" -> new SharedMapChild(new SharedCounterMap(KEYS), threads).read(threads);
      default -> new SharedMapChild(new OneWordMap(KEYS), threads).read(threads);
    }
    System.out.println(Figures.END);
  }

  private static Map<Integer, Integer> filled() {
    final Map<Integer, Integer> map = new ConcurrentHashMap<>(2 * KEYS);
    for (int i = 0; i < KEYS; i++) {
      map.put(i, i);
    }
    return map;
  }

  private void read(int threads) throws InterruptedException {
    final List<Batches> all = new ArrayList<>();
    final List<Thread> readers = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      final Batches own = new Batches(MOST_BATCHES);
      all.add(own);
      readers.add(new Thread(() -> read(own), "reader-" + t));
    }
    readers.forEach(Thread::start);
    for (final Thread reader : readers) {
      reader.join();
    }
    double sum = 0;
    int batches = 0;
    for (final Batches own : all) {
      final List<Double> together = own.together(all);
      sum += together.isEmpty() ? Double.NaN : together.get(together.size() / 2);
      batches += together.size();
    }
    Figures.print("nanos", sum / threads / BATCH);
    Figures.print("batches", batches);
    Figures.print("found", found);
  }

  private void read(Batches own) {
    final Integer[] keys = new Integer[KEYS];
    for (int i = 0; i < KEYS; i++) {
      keys[i] = i;
    }
    final ThreadMXBean clocks = ManagementFactory.getThreadMXBean();
    ready.countDown();
    try {
      ready.await();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
    for (int i = 0; i < WARM_UP; i++) {
      found = batch(keys);
    }
    final long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(READ_SECONDS);
    while (!own.isFull() && System.nanoTime() - limit < 0) {
      final long begin = System.nanoTime();
      final long before = clocks.getCurrentThreadCpuTime();
      found = batch(keys);
      final long cpuNanos = clocks.getCurrentThreadCpuTime() - before;
      own.add(begin, System.nanoTime(), cpuNanos);
    }
  }

  private int batch(Integer[] keys) {
    int sum = 0;
    for (int i = 0; i < BATCH; i++) {
      if (map.get(keys[i & KEYS - 1]) != null) {
        sum++;
      }
    }
    return sum;
  }

  /** From one thread to the other, half of the way there and back: the best of the batches. */
  private static double transferNanos() throws InterruptedException {
    final AtomicInteger turn = new AtomicInteger();
    final Thread other = new Thread(() -> hand(turn, 1), "other-hand");
    other.start();
    final double best = hand(turn, 0);
    other.join();
    return best;
  }

  private static double hand(AtomicInteger turn, int mine) {
    double best = Double.MAX_VALUE;
    for (int batch = 0; batch < HANDED_BATCHES; batch++) {
      final long begin = System.nanoTime();
      for (int i = 0; i < HANDS; i++) {
        int now = turn.get();
        while ((now & 1) != mine) {
          now = turn.get();
        }
        turn.set(now + 1);
      }
      best = Math.min(best, (System.nanoTime() - begin) / (2.0 * HANDS));
    }
    return best;
  }
}
