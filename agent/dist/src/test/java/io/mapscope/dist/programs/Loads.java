package io.mapscope.dist.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that read a map each, as steadily, in bursts, in periods and with a rate that changes, as
 * services do: so many times whether that is recorded or not. Prints how often.
 */
public final class Loads {
  static final Map<Integer, Integer> STEADY = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> BURSTY = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> PERIODIC = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> PHASES = new ConcurrentHashMap<>();

  private static final int KEYS = 256;
  private static final long MILLI = 1_000_000;
  private static final int SECONDS = 12;

  private Loads() {}

  /** The argument is the seed of what is random. */
  public static void main(String[] args) throws Exception {
    Random random = new Random(Long.parseLong(args[0]));
    for (int key = 0; key < KEYS; key++) {
      List.of(STEADY, BURSTY, PERIODIC, PHASES).forEach(map -> map.put(map.size(), 1));
    }
    double change = 3 + 6 * random.nextDouble();
    double phase = random.nextDouble();
    List<Reader> readers = new ArrayList<>();
    readers.add(new Reader("steady", STEADY, second -> 2_000));
    readers.add(new Reader("bursty", BURSTY, bursts(random)));
    readers.add(new Reader("periodic", PERIODIC, at -> (at / 0.05 + phase) % 1 < 0.3 ? 5_000 : 10));
    readers.add(new Reader("phases", PHASES, at -> at < change ? 300 : 3_000));
    readers.forEach(Thread::start);
    for (Reader reader : readers) {
      reader.join();
      System.out.println(reader.getName() + " " + reader.reads);
    }
  }

  private static Rate bursts(Random random) {
    double[] begins = random.doubles(3 * SECONDS, 0, SECONDS).toArray();
    return at -> {
      int reads = 20;
      for (double begin : begins) {
        reads += at >= begin && at < begin + 0.1 ? 3_000 : 0;
      }
      return reads;
    };
  }

  /** How many reads are due in a millisecond. */
  private interface Rate {
    int at(double second);
  }

  private static final class Reader extends Thread {
    private final Map<Integer, Integer> map;
    private final Rate rate;
    private long reads;
    private long found;

    Reader(String name, Map<Integer, Integer> map, Rate rate) {
      super(name);
      this.map = map;
      this.rate = rate;
    }

    @Override
    public void run() {
      long begin = System.nanoTime();
      for (int milli = 0; milli < SECONDS * 1_000; milli++) {
        LockSupport.parkNanos(begin + milli * MILLI - System.nanoTime());
        int due = rate.at(milli / 1e3);
        for (int i = 0; i < due; i++) {
          found += map.get(i & (KEYS - 1)) == null ? 0 : 1;
        }
        reads += due;
      }
    }
  }
}
