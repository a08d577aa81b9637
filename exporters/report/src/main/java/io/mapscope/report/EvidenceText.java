package io.mapscope.report;

import io.mapscope.profile.text.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A finding's evidence in words: {@code blockedNanos=1500000} as {@code blocked 1.50 ms}. */
final class EvidenceText {

  private static final String NANOS = "Nanos";
  private static final String BYTES = "Bytes";
  private static final String RATIO = "Ratio";
  private static final String PER_SECOND = "PerSecond";
  private static final String SECONDS = "Seconds";

  private EvidenceText() {}

  /** All but the lists in one line, in their order. */
  static String figures(Map<String, Object> evidence) {
    return evidence.entrySet().stream()
        .filter(entry -> !(entry.getValue() instanceof List<?>))
        .map(entry -> part(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String part(String name, Object value) {
    if (value instanceof Number number) {
      return Paragraph.together(figure(name, number));
    }
    return words(name) + " " + value;
  }

  private static String figure(String name, Number value) {
    if (name.endsWith(NANOS)) {
      return words(without(name, NANOS)) + " " + Figures.nanos(value.longValue());
    }
    if (name.endsWith(BYTES)) {
      return words(without(name, BYTES)) + " " + Figures.bytes(value.longValue());
    }
    if (name.endsWith(RATIO)) {
      return words(name) + " " + Figures.percent(value.doubleValue());
    }
    if (name.endsWith(PER_SECOND)) {
      return words(without(name, PER_SECOND)) + " " + Figures.rate(value.doubleValue()) + " /s";
    }
    if (name.endsWith(SECONDS)) {
      return words(without(name, SECONDS)) + " " + Figures.duration(value.doubleValue());
    }
    return words(name) + " " + plain(value);
  }

  private static String plain(Number value) {
    if (value instanceof Long count) {
      return Figures.count(count);
    }
    return String.format(Locale.ROOT, "%.3g", value.doubleValue());
  }

  private static String without(String name, String unit) {
    return name.substring(0, name.length() - unit.length());
  }

  /** {@code readRatio} as {@code read ratio}. */
  static String words(String name) {
    return name.replaceAll("(?<=[\\p{Lower}\\d])(\\p{Upper})", " $1").toLowerCase(Locale.ROOT);
  }
}
