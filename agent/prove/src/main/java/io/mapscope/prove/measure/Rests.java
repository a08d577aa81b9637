package io.mapscope.prove.measure;

/**
 * What a thread does between two operations, of a length that is drawn anew each time as if its
 * ends came by chance (exponentially distributed). With rests of one length threads fall in step
 * after they have met once, and never meet again: a replayed lock would not be contended. Confined
 * to one thread.
 */
final class Rests {

  /** One for each value of the upper 8 bits of a draw. */
  private static final int LENGTHS = 256;

  /** Knuth's MMIX generator: of its upper bits all that is wanted, in one multiplication. */
  private static final long MULTIPLIER = 6364136223846793005L;

  private static final long INCREMENT = 1442695040888963407L;

  private final long[] tokens = new long[LENGTHS];
  private long state;

  /**
   * @param meanTokens of {@link org.openjdk.jmh.infra.Blackhole#consumeCPU}
   * @param seed another one for each thread
   */
  Rests(long meanTokens, long seed) {
    state = seed;
    double left = 0;
    for (int i = 0; i < LENGTHS; i++) {
      double exact = -Math.log1p(-(i + 0.5) / LENGTHS) * meanTokens + left;
      tokens[i] = Math.round(exact);
      left = exact - tokens[i];
    }
  }

  /** Tokens until the next operation. */
  long next() {
    state = state * MULTIPLIER + INCREMENT;
    return tokens[(int) (state >>> (Long.SIZE - Byte.SIZE))];
  }
}
