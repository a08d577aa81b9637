package io.mapscope.advisor;

import java.util.Objects;

/**
 * A figure at which a rule begins to speak.
 *
 * <p>A user overrides it by the system property {@code mapscope.rules.RULE.NAME}, see {@link
 * Limits}.
 *
 * @param rule id of the rule it belongs to
 * @param name what it is called within the rule, {@code min-blocked-threads}
 * @param standard its value unless overridden
 * @param unit what it counts, which says which values are possible
 * @param why why this value and no other, with the source
 */
public record Threshold(String rule, String name, double standard, Unit unit, String why) {

  /** What a threshold counts. */
  public enum Unit {
    /** A share, from 0 to 1. */
    RATIO,
    /** A number of things. */
    COUNT,
    /** Seconds. */
    SECONDS,
    /** Nanoseconds. */
    NANOS,
    /** Bytes. */
    BYTES,
    /** Things in a second. */
    PER_SECOND,
    /** How many times as much. */
    FACTOR,
    /** Threads' time: 1 is the whole time of one thread. */
    THREADS;

    /** Whether a threshold of this unit can have that value. */
    boolean allows(double value) {
      return value >= 0 && (this == RATIO ? value <= 1 : value < Double.POSITIVE_INFINITY);
    }

    /** The values allowed, in words. */
    String range() {
      return this == RATIO ? "a number from 0 to 1" : "a number of at least 0";
    }
  }

  /** Checks that the standard value is possible. */
  public Threshold {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(why, "why");
    if (!unit.allows(standard)) {
      throw new IllegalArgumentException(rule + "." + name + " is " + standard);
    }
  }

  /** Its name among those of all rules: {@code lock-contended-map.min-blocked-threads}. */
  public String key() {
    return rule + "." + name;
  }
}
