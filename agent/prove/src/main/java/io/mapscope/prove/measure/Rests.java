package io.mapscope.prove.measure;

/**
 * What a thread does between two operations: a loop that keeps the processor busy, of a length that
 * is drawn by lot as if its ends came by chance (exponentially distributed). With rests of one
 * length threads fall in step after they have met once, and never meet again: a replayed lock would
 * not be contended. Confined to one thread.
 */
final class Rests {

  /** One for each value of the upper 8 bits of a draw. */
  private static final int LENGTHS = 256;

  /**
   * Rests of one length in a row. The processor foresees when such a loop ends; of lengths that
   * change each time it does not, which takes longer than a short rest.
   */
  private static final int ROW = 16;

  /** Knuth's MMIX generator: of its upper bits all that is wanted, in one multiplication. */
  private static final long MULTIPLIER = 6364136223846793005L;

  private static final long INCREMENT = 1442695040888963407L;

  /** Nobody reads it, but the compiler cannot know that a loop's result is never put in. */
  private static long improbable;

  private final int[] tokens = new int[LENGTHS];
  private long state;
  private int current;
  private int left;

  /**
   * @param meanTokens steps of that generator, each of which needs the one before: about 1.3 ns
   * @param seed another one for each thread
   */
  Rests(long meanTokens, long seed) {
    state = seed;
    double carried = 0;
    for (int i = 0; i < LENGTHS; i++) {
      double exact = -Math.log1p(-(i + 0.5) / LENGTHS) * meanTokens + carried;
      tokens[i] = (int) Math.min(Integer.MAX_VALUE, Math.round(exact));
      carried = exact - tokens[i];
    }
  }

  /** Tokens until the next operation. */
  int next() {
    if (left == 0) {
      left = ROW;
      state = state * MULTIPLIER + INCREMENT;
      current = tokens[(int) (state >>> (Long.SIZE - Byte.SIZE))];
    }
    left--;
    return current;
  }

  /** Keeps the processor busy for so many tokens. */
  static void spend(int tokens) {
    long value = tokens;
    for (int i = 0; i < tokens; i++) {
      value = value * MULTIPLIER + INCREMENT;
    }
    if (value == Long.MIN_VALUE) {
      improbable = value;
    }
  }
}
