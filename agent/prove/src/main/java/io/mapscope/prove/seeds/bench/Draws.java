package io.mapscope.prove.seeds.bench;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Where benchmarks draw their lots from: the same ones for the same seed, others per thread. */
public final class Draws {

  private static final String PROPERTY = "mapscope.seeds.seed";
  private static final long SEED = 20_260_101;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Draws() {}

  /** The seed unless another one is wanted. */
  public static long usualSeed() {
    return SEED;
  }

  /** The JVM option that makes {@code seed} the one of this class. */
  public static String option(long seed) {
    return "-D" + PROPERTY + "=" + seed;
  }

  /** The lots of the next thread of {@code threads}. */
  static SplittableRandom next(AtomicInteger threads) {
    return new SplittableRandom(Long.getLong(PROPERTY, SEED) + GOLDEN * threads.getAndIncrement());
  }

  /** Scattered keys: the numbers below {@code count}, each multiplied by an odd constant. */
  static Long[] keys(int count) {
    Long[] keys = new Long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = (i + 1) * GOLDEN;
    }
    return keys;
  }
}
