package io.mapscope.advisor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The values of the thresholds: the standard ones, but for those that the user overrides. */
public final class Limits {

  /** What the name of a system property begins with that overrides a threshold. */
  public static final String PROPERTY_PREFIX = "mapscope.rules.";

  private static final Limits STANDARD = new Limits(Map.of());

  private final Map<String, Double> overridden;

  private Limits(Map<String, Double> overridden) {
    this.overridden = Map.copyOf(overridden);
  }

  /** No threshold is overridden. */
  public static Limits standard() {
    return STANDARD;
  }

  /**
   * The standard values but for those that {@code properties} override.
   *
   * @throws IllegalArgumentException when one of them names no threshold or is no possible value;
   *     the message tells all of them
   */
  public static Limits of(Properties properties, List<Rule> rules) {
    Map<String, Double> values = new HashMap<>();
    List<String> problems = read(properties, rules, values);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return new Limits(values);
  }

  /** What is wrong with those of {@code properties} that are meant to override thresholds. */
  public static List<String> problems(Properties properties, List<Rule> rules) {
    return read(properties, rules, new HashMap<>());
  }

  private static List<String> read(
      Properties properties, List<Rule> rules, Map<String, Double> values) {
    List<String> problems = new ArrayList<>();
    for (String name : new TreeSet<>(properties.stringPropertyNames())) {
      if (name.startsWith(PROPERTY_PREFIX)) {
        String key = name.substring(PROPERTY_PREFIX.length());
        override(key, properties.getProperty(name), rules, values, problems);
      }
    }
    return problems;
  }

  private static void override(
      String key,
      String text,
      List<Rule> rules,
      Map<String, Double> values,
      List<String> problems) {
    Threshold threshold = named(key, rules);
    if (threshold == null) {
      problems.add(PROPERTY_PREFIX + key + " names no threshold of a rule");
      return;
    }
    double value = parse(text);
    if (threshold.unit().allows(value)) {
      values.put(key, value);
    } else {
      problems.add(
          PROPERTY_PREFIX + key + " is '" + text + "', expected " + threshold.unit().range());
    }
  }

  private static @Nullable Threshold named(String key, List<Rule> rules) {
    for (Rule rule : rules) {
      for (Threshold threshold : rule.thresholds()) {
        if (threshold.key().equals(key)) {
          return threshold;
        }
      }
    }
    return null;
  }

  /** The number, or NaN, which no threshold allows. */
  private static double parse(String text) {
    try {
      return Double.parseDouble(text.trim());
    } catch (NumberFormatException noNumber) {
      return Double.NaN;
    }
  }

  /** The value of {@code threshold} here. */
  public double value(Threshold threshold) {
    return overridden.getOrDefault(threshold.key(), threshold.standard());
  }
}
