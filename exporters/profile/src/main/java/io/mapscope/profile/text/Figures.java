package io.mapscope.profile.text;

import java.util.List;
import java.util.Locale;

/**
 * Figures as people read them: three digits and a unit, percentages that do not lie at the ends.
 */
public final class Figures {

  private static final String UNITS = "KMGTPE";
  private static final double UNIT_STEP = 1000;

  /** From here on counts are rounded and get a unit. */
  private static final long FIRST_ROUNDED = 10_000;

  private static final List<String> TIME_UNITS = List.of("ns", "us", "ms", "s");
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long SECONDS_PER_MINUTE = 60;
  private static final long SECONDS_PER_HOUR = 3600;

  private Figures() {}

  /** {@code 9999}, {@code 12.3 K}, {@code 1.20 M}. */
  public static String count(long count) {
    return count < FIRST_ROUNDED ? Long.toString(count) : withUnit((double) count);
  }

  /** A count and its noun: {@code 1 map}, {@code 12.3 K maps}. */
  public static String counted(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** {@code 1 entry}, {@code 12.3 K entries}. */
  public static String entries(long count) {
    return count(count) + (count == 1 ? " entry" : " entries");
  }

  /** {@code 999 B}, {@code 1.20 KB}, {@code 3.40 MB}: powers of 1000. */
  public static String bytes(long bytes) {
    return bytes < UNIT_STEP ? bytes + " B" : withUnit((double) bytes) + "B";
  }

  /** {@code 180 ns}, {@code 12.4 us}, {@code 3.20 ms}, {@code 2.31 s}, {@code 12 min 5 s}. */
  public static String nanos(long nanos) {
    if (nanos >= SECONDS_PER_MINUTE * NANOS_PER_SECOND) {
      return duration((double) nanos / NANOS_PER_SECOND);
    }
    double scaled = (double) nanos;
    int unit = 0;
    while (scaled >= UNIT_STEP - 0.5 && unit < TIME_UNITS.size() - 1) {
      scaled /= UNIT_STEP;
      unit++;
    }
    String figure = unit == 0 ? Long.toString(nanos) : threeDigits(scaled);
    return figure + " " + TIME_UNITS.get(unit);
  }

  /** A rate per second without its unit: {@code 0}, {@code <0.1}, {@code 3.4}, {@code 12.3 K}. */
  public static String rate(double perSecond) {
    if (perSecond == 0) {
      return "0";
    }
    if (perSecond < 0.1) {
      return "<0.1";
    }
    if (perSecond < FIRST_ROUNDED) {
      return String.format(Locale.ROOT, perSecond < 10 ? "%.1f" : "%.0f", perSecond);
    }
    return withUnit(perSecond);
  }

  /** {@code 0 %}, {@code <1 %}, {@code 57 %}, {@code >99 %}, {@code 100 %}: 0 and 100 are exact. */
  public static String percent(double ratio) {
    long percent = Math.round(ratio * 100);
    if (percent == 0 && ratio > 0) {
      return "<1 %";
    }
    if (percent == 100 && ratio < 1) {
      return ">99 %";
    }
    return percent + " %";
  }

  /** {@code 1.2 %}, for figures near 0. */
  public static String finePercent(double ratio) {
    return String.format(Locale.ROOT, "%.1f %%", ratio * 100);
  }

  /** {@code part} of {@code whole} as {@link #percent}, a hyphen when there is no whole. */
  public static String share(double part, double whole) {
    return whole == 0 ? "-" : percent(part / whole);
  }

  /**
   * {@code count} per second over {@code seconds} as {@link #rate}, a hyphen when there are none.
   */
  public static String perSecond(long count, double seconds) {
    return seconds == 0 ? "-" : rate(count / seconds);
  }

  /** The same behind a count, {@code , 3.4 /s}, or nothing when there are no seconds. */
  public static String rateBehind(long count, double seconds) {
    return seconds == 0 ? "" : ", " + perSecond(count, seconds) + " /s";
  }

  /** {@code 30.1 s}, {@code 12 min 5 s}, {@code 3 h 2 min}. */
  public static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < SECONDS_PER_MINUTE) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    if (whole < SECONDS_PER_HOUR) {
      return whole / SECONDS_PER_MINUTE + " min " + whole % SECONDS_PER_MINUTE + " s";
    }
    long minutes = whole % SECONDS_PER_HOUR / SECONDS_PER_MINUTE;
    return whole / SECONDS_PER_HOUR + " h " + minutes + " min";
  }

  private static String withUnit(double figure) {
    double scaled = figure;
    int unit = -1;
    while (scaled >= UNIT_STEP - 0.5 && unit < UNITS.length() - 1) {
      scaled /= UNIT_STEP;
      unit++;
    }
    return threeDigits(scaled) + " " + UNITS.charAt(unit);
  }

  private static String threeDigits(double scaled) {
    String format = scaled < 9.995 ? "%.2f" : scaled < 99.95 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, format, scaled);
  }
}
