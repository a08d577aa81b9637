package io.mapscope.jmc;

import io.mapscope.advisor.Catalogue;
import io.mapscope.advisor.Limits;
import io.mapscope.advisor.Rule;
import io.mapscope.advisor.Threshold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.IUnit;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;

/**
 * The advisor's thresholds as preferences of JMC, by the same names as the system properties that
 * override them elsewhere, and back.
 */
final class Thresholds {

  private record Preference(Threshold threshold, TypedPreference<IQuantity> preference) {}

  private static final List<Preference> ALL = all();

  private Thresholds() {}

  private static List<Preference> all() {
    List<Preference> all = new ArrayList<>();
    for (Rule rule : Catalogue.rules()) {
      for (Threshold threshold : rule.thresholds()) {
        all.add(new Preference(threshold, preference(threshold)));
      }
    }
    return List.copyOf(all);
  }

  private static TypedPreference<IQuantity> preference(Threshold threshold) {
    IUnit unit = unit(threshold);
    return new TypedPreference<>(
        Limits.PROPERTY_PREFIX + threshold.key(),
        name(threshold),
        threshold.why(),
        unit.getContentType(),
        unit.quantity(threshold.standard()));
  }

  /** {@code min-blocked-threads} as {@code Min blocked threads}. */
  private static String name(Threshold threshold) {
    String words = threshold.name().replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static IUnit unit(Threshold threshold) {
    return switch (threshold.unit()) {
      case RATIO -> UnitLookup.PERCENT_UNITY;
      case SECONDS -> UnitLookup.SECOND;
      case NANOS -> UnitLookup.NANOSECOND;
      case BYTES -> UnitLookup.BYTE;
      case PER_SECOND -> UnitLookup.HERTZ;
      case COUNT, FACTOR, THREADS -> UnitLookup.NUMBER_UNITY;
    };
  }

  /** The preferences of one rule. */
  static Collection<TypedPreference<?>> of(String rule) {
    List<TypedPreference<?>> preferences = new ArrayList<>();
    for (Preference it : ALL) {
      if (it.threshold.rule().equals(rule)) {
        preferences.add(it.preference);
      }
    }
    return preferences;
  }

  /**
   * Those of all rules that {@code provider} changes, as the advisor takes them: whether a finding
   * is the symptom of another one depends on the other rule's thresholds too.
   */
  static Properties changed(IPreferenceValueProvider provider) {
    Properties changed = new Properties();
    for (Preference it : ALL) {
      double value = provider.getPreferenceValue(it.preference).doubleValueIn(unit(it.threshold));
      if (value != it.threshold.standard()) {
        changed.setProperty(it.preference.getIdentifier(), Double.toString(value));
      }
    }
    return changed;
  }
}
