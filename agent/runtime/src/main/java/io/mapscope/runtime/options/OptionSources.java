package io.mapscope.runtime.options;

import io.mapscope.advisor.Catalogue;
import io.mapscope.advisor.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Collects the raw values of all options from the option string, the system properties, the
 * environment and the configuration file; for each option the first of these that has it wins
 * whole.
 */
final class OptionSources {
  private final Map<OptionKey, List<String>> values = new EnumMap<>(OptionKey.class);
  private final List<String> problems;

  OptionSources(List<String> problems) {
    this.problems = problems;
  }

  List<String> values(OptionKey key) {
    return values.getOrDefault(key, List.of());
  }

  @Nullable String value(OptionKey key) {
    List<String> all = values(key);
    return all.isEmpty() ? key.defaultValue() : all.get(0);
  }

  void read(@Nullable String optionString, Properties system, Map<String, String> environment) {
    merge(fromString(optionString));
    merge(fromProperties(system));
    merge(fromEnvironment(environment));
    String config = value(OptionKey.CONFIG);
    if (config != null) {
      merge(fromFile(config));
    }
    rejectRepeated();
  }

  private void merge(Map<OptionKey, List<String>> source) {
    for (Map.Entry<OptionKey, List<String>> entry : source.entrySet()) {
      values.putIfAbsent(entry.getKey(), entry.getValue());
    }
  }

  private Map<OptionKey, List<String>> fromString(@Nullable String text) {
    Map<OptionKey, List<String>> found = new EnumMap<>(OptionKey.class);
    if (text == null || text.isBlank()) {
      return found;
    }
    for (String pair : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        problems.add("option '" + pair.trim() + "' has no value; expected key=value");
      } else {
        put(found, pair.substring(0, equals).trim(), pair.substring(equals + 1).trim(), "option");
      }
    }
    return found;
  }

  private Map<OptionKey, List<String>> fromProperties(Properties system) {
    Map<OptionKey, List<String>> found = new EnumMap<>(OptionKey.class);
    boolean limits = false;
    for (String name : system.stringPropertyNames()) {
      limits |= name.startsWith(Limits.PROPERTY_PREFIX);
      if (name.startsWith("mapscope.") && !name.startsWith(Limits.PROPERTY_PREFIX)) {
        put(
            found,
            name.substring("mapscope.".length()),
            system.getProperty(name).trim(),
            "system property mapscope.");
      }
    }
    if (limits) {
      checkLimits(system);
    }
    return found;
  }

  /** Thresholds of the advisor's rules; which there are, and their values, is its own affair. */
  private void checkLimits(Properties system) {
    for (String problem : Limits.problems(system, Catalogue.rules())) {
      problems.add("system property " + problem);
    }
  }

  /** Known names only: orchestrators set variables of their own after a service's name. */
  private static Map<OptionKey, List<String>> fromEnvironment(Map<String, String> environment) {
    Map<OptionKey, List<String>> found = new EnumMap<>(OptionKey.class);
    for (OptionKey key : OptionKey.values()) {
      String value = environment.get(key.environment());
      if (value != null) {
        found.put(key, split(key, value.trim()));
      }
    }
    return found;
  }

  private Map<OptionKey, List<String>> fromFile(String file) {
    Map<OptionKey, List<String>> found = new EnumMap<>(OptionKey.class);
    ConfigFile config;
    try {
      config = ConfigFile.read(file);
    } catch (IOException | IllegalArgumentException problem) {
      problems.add(
          "config '" + file + "' cannot be read as a properties file: " + problem.getMessage());
      return found;
    }
    for (ConfigFile.Line line : config.lines()) {
      if (line.name().equals(OptionKey.CONFIG.key())) {
        problems.add("in " + file + ": option config has no meaning in a config file");
      } else {
        put(found, line.name(), line.value().trim(), "in " + file + ": option");
      }
    }
    return found;
  }

  private void put(Map<OptionKey, List<String>> into, String name, String value, String origin) {
    OptionKey key = OptionKey.of(name);
    if (key == null) {
      String separator = origin.endsWith(".") ? "" : " ";
      problems.add("unknown " + origin + separator + name + "; known are " + knownNames());
    } else {
      List<String> given = into.get(key);
      if (given == null) {
        given = new ArrayList<>();
        into.put(key, given);
      }
      given.addAll(split(key, value));
    }
  }

  /** Lists may be given in one value, separated by semicolons. */
  private static List<String> split(OptionKey key, String value) {
    return key.mayRepeat() ? List.of(value.split(";", -1)) : List.of(value);
  }

  private static String knownNames() {
    StringBuilder names = new StringBuilder();
    for (OptionKey key : OptionKey.values()) {
      if (!key.isReserved()) {
        names.append(names.isEmpty() ? "" : ", ").append(key.key());
      }
    }
    return names.toString();
  }

  private void rejectRepeated() {
    for (Map.Entry<OptionKey, List<String>> entry : values.entrySet()) {
      int given = entry.getValue().size();
      if (given > 1 && !entry.getKey().mayRepeat()) {
        problems.add(
            "option " + entry.getKey().key() + " is given " + given + " times; once is meant");
      }
    }
  }
}
