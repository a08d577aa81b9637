package io.mapscope.jfr;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.SettingControl;

/**
 * The setting {@code throttle} of our rare-fact events: how many of a type are recorded in a time
 * at most, {@code 100/s}, or {@code off}. JDK 25 has such a setting of its own, with the same name
 * and values, for classes of its level; this one works from JDK 17 on.
 *
 * <p>Set by Flight Recorder, asked by application threads. Time is cut into windows; where one ends
 * while several threads ask, a few events more than the limit may pass.
 */
final class RateLimit extends SettingControl {

  static final String DEFAULT = "100/s";

  private static final String OFF = "off";
  private static final Pattern RATE = Pattern.compile("(\\d{1,9})/(ns|us|ms|s|m|h|d)");

  private final AtomicInteger admitted = new AtomicInteger();
  private volatile Rate rate = Rate.of(DEFAULT);
  private volatile long window = Long.MIN_VALUE;

  /** At most {@code events} in {@code nanos}; a negative number is no limit. */
  private record Rate(String text, int events, long nanos) {

    static Rate of(String text) {
      if (text.equals(OFF)) {
        return new Rate(text, -1, 1);
      }
      Matcher matcher = RATE.matcher(text);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "expected a throttle like 100/s, or off, found \"" + text + "\"");
      }
      return new Rate(text, Integer.parseInt(matcher.group(1)), unit(matcher.group(2)).toNanos(1));
    }

    private static TimeUnit unit(String symbol) {
      return switch (symbol) {
        case "ns" -> TimeUnit.NANOSECONDS;
        case "us" -> TimeUnit.MICROSECONDS;
        case "ms" -> TimeUnit.MILLISECONDS;
        case "s" -> TimeUnit.SECONDS;
        case "m" -> TimeUnit.MINUTES;
        case "h" -> TimeUnit.HOURS;
        default -> TimeUnit.DAYS;
      };
    }

    double perNano() {
      return events < 0 ? Double.POSITIVE_INFINITY : (double) events / (double) nanos;
    }
  }

  /** Whether one more event may be recorded. */
  boolean admit() {
    Rate current = rate;
    if (current.events < 0) {
      return true;
    }
    long now = Math.floorDiv(System.nanoTime(), current.nanos);
    if (now != window) {
      window = now;
      admitted.set(0);
    }
    return admitted.get() < current.events && admitted.getAndIncrement() < current.events;
  }

  /** The most permissive of what the running recordings ask for. */
  @Override
  public String combine(Set<String> settings) {
    Rate most = new Rate(DEFAULT, 0, 1);
    for (String setting : settings) {
      Rate wanted = Rate.of(setting);
      most = wanted.perNano() >= most.perNano() ? wanted : most;
    }
    return most.text;
  }

  /** Throws for what is no rate; Flight Recorder then logs a warning and goes on as before. */
  @Override
  public void setValue(String setting) {
    rate = Rate.of(setting);
  }

  @Override
  public String getValue() {
    return rate.text;
  }
}
