package io.mapscope.profile;

import java.util.Random;

/**
 * Holds a property against many inputs that are made of random numbers.
 *
 * <p>The inputs are the same in every run, so that a build fails by a change and not by chance.
 * {@code -Dfuzz.factor=100} tries as many times as many, and others in every run; a failure names
 * the seed, and {@code -Dfuzz.seed=SEED} tries that one alone.
 */
public final class Fuzz {
  private static final int FACTOR = Integer.getInteger("fuzz.factor", 1);

  private Fuzz() {}

  /** What must hold for the input that {@code random} makes. */
  @FunctionalInterface
  public interface Property {
    /** Throws when it does not hold. */
    void check(Random random) throws Exception;
  }

  /** Checks {@code property} with {@code number} inputs. */
  public static void cases(int number, Property property) {
    Long seed = Long.getLong("fuzz.seed");
    if (seed != null) {
      check(property, seed);
      return;
    }
    long first = FACTOR == 1 ? 0 : System.nanoTime();
    for (long n = 0; n < (long) number * FACTOR; n++) {
      check(property, first + n);
    }
  }

  private static void check(Property property, long seed) {
    try {
      property.check(new Random(seed));
    } catch (Throwable failure) {
      throw new AssertionError("-Dfuzz.seed=" + seed + ": " + legible(failure.toString()), failure);
    }
  }

  /** Inputs stand in messages, and test reports end where their reader is confused by one. */
  private static String legible(String message) {
    StringBuilder legible = new StringBuilder();
    message
        .chars()
        .forEach(
            c -> {
              boolean plain = c == '\n' || (c >= ' ' && c < 0x7f);
              legible.append(plain ? String.valueOf((char) c) : String.format("\\u%04x", c));
            });
    return legible.toString();
  }
}
