package io.mapscope.runtime.options;

import io.mapscope.metrics.MetricFeed;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Turns raw values into {@link AgentOptions}, or reports all that is wrong with them at once. */
public final class OptionParser {
  /** Whoever will write a file, asked beforehand. */
  @FunctionalInterface
  public interface FileCheck {
    /** Why {@code file} cannot be written, or null. */
    @Nullable String problem(Path file);
  }

  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);
  private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);
  private static final int MOST_SITES = 1_000_000;
  private static final String PID = "%p";
  private static final String ALL = "all";
  private static final String NONE = "none";

  private final List<String> problems = new ArrayList<>();
  private final OptionSources sources = new OptionSources(problems);
  private final FileCheck reportCheck;
  private final List<String> mapFamilies;
  private final List<String> serializers;

  private OptionParser(FileCheck reportCheck, List<String> mapFamilies, List<String> serializers) {
    this.reportCheck = reportCheck;
    this.mapFamilies = mapFamilies;
    this.serializers = serializers;
  }

  /**
   * Reads the options from all sources; the option string beats system properties, these beat the
   * environment, and that beats the configuration file.
   *
   * @param reportCheck says why a report cannot be written to a file, or null if it can
   * @param mapFamilies the names that {@code maps} knows beside {@code all} and classes
   * @param serializers the names that {@code serializers} knows beside {@code all} and {@code none}
   * @throws OptionProblems naming all problems
   */
  public static AgentOptions parse(
      @Nullable String optionString,
      Properties system,
      Map<String, String> environment,
      FileCheck reportCheck,
      List<String> mapFamilies,
      List<String> serializers)
      throws OptionProblems {
    return new OptionParser(reportCheck, mapFamilies, serializers)
        .read(optionString, system, environment);
  }

  private AgentOptions read(
      @Nullable String optionString, Properties system, Map<String, String> environment)
      throws OptionProblems {
    sources.read(optionString, system, environment);
    rejectReserved();
    AgentOptions options =
        new AgentOptions(
            flag(OptionKey.ENABLED),
            reports(),
            recording(),
            budget(),
            interval(),
            globs(OptionKey.INCLUDE),
            globs(OptionKey.EXCLUDE),
            number(OptionKey.MAX_SITES, MOST_SITES),
            maxMemory(),
            number(OptionKey.MAX_METRIC_SITES, MetricFeed.MOST_SITES),
            maps(),
            serializers(),
            prometheus(),
            choice(OptionKey.ADVICE, "console", "off"),
            choice(OptionKey.KEYS, "text", "hash"),
            otlp(system, environment));
    if (!problems.isEmpty()) {
      throw new OptionProblems(problems);
    }
    return options;
  }

  private void rejectReserved() {
    for (OptionKey key : OptionKey.values()) {
      if (key.isReserved() && !sources.values(key).isEmpty()) {
        problems.add("option " + key.key() + " is not available in this version of Mapscope");
      }
    }
  }

  private String text(OptionKey key) {
    String value = sources.value(key);
    return value == null ? "" : value;
  }

  private boolean flag(OptionKey key) {
    String value = text(key).toLowerCase(Locale.ROOT);
    if (!value.equals("true") && !value.equals("false")) {
      problems.add(key.key() + "='" + value + "' is neither true nor false");
    }
    return value.equals("true");
  }

  private String budget() {
    String value = text(OptionKey.BUDGET);
    String problem = Budget.problem(value);
    if (problem != null) {
      problems.add(problem);
    }
    return value;
  }

  private @Nullable ListenAddress prometheus() {
    String value = sources.value(OptionKey.PROMETHEUS);
    ListenAddress address = value == null ? null : ListenAddress.of(value);
    if (value != null && address == null) {
      problems.add(
          "prometheus='"
              + value
              + "': expected a port from 0 to 65535, or host:port such as 0.0.0.0:9464 or [::1]:9464");
    }
    return address;
  }

  private Duration interval() {
    String value = text(OptionKey.INTERVAL);
    int digits = digits(value);
    if (digits >= 1 && digits <= 9) {
      Duration duration =
          duration(Long.parseLong(value.substring(0, digits)), value.substring(digits));
      if (duration.compareTo(SHORTEST_INTERVAL) >= 0 && duration.compareTo(LONGEST_INTERVAL) <= 0) {
        return duration;
      }
    }
    problems.add(
        "interval='" + value + "' is not a duration from 100ms to 60m such as 500ms, 10s, 1m");
    return SHORTEST_INTERVAL;
  }

  /** Zero, hence too short, when the unit is not known. */
  private static Duration duration(long amount, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ZERO;
    };
  }

  /** How many decimal digits {@code value} begins with. */
  private static int digits(String value) {
    int digits = 0;
    while (digits < value.length() && value.charAt(digits) >= '0' && value.charAt(digits) <= '9') {
      digits++;
    }
    return digits;
  }

  private int number(OptionKey key, int most) {
    String value = text(key);
    int digits = digits(value);
    if (digits == value.length() && digits >= 1 && digits <= 7 && value.charAt(0) != '0') {
      int number = Integer.parseInt(value);
      if (number <= most) {
        return number;
      }
    }
    problems.add(key.key() + "='" + value + "' is not a number from 1 to " + most);
    return 1;
  }

  private String maxMemory() {
    String value = text(OptionKey.MAX_MEMORY);
    String problem = MemoryLimit.problem(value);
    if (problem != null) {
      problems.add(problem);
    }
    return value;
  }

  /** Whether the value is {@code yes}; anything but that and {@code no} is a mistake. */
  private boolean choice(OptionKey key, String yes, String no) {
    String value = text(key);
    if (!value.equals(yes) && !value.equals(no)) {
      problems.add(key.key() + "='" + value + "': expected " + yes + " or " + no);
    }
    return value.equals(yes);
  }

  private OtlpOption otlp(Properties system, Map<String, String> environment) {
    String value = sources.value(OptionKey.OTLP);
    OtlpOption otlp = OtlpOption.of(value, system, environment);
    if (otlp == null) {
      problems.add(
          "otlp='" + value + "': expected on, off or an endpoint such as http://localhost:4318");
      return new OtlpOption(false, null);
    }
    return otlp;
  }

  private List<String> maps() {
    List<String> names = new ArrayList<>(sources.values(OptionKey.MAPS));
    if (names.isEmpty()) {
      names.add(ALL);
    }
    for (String name : names) {
      if (!name.equals(ALL) && !mapFamilies.contains(name) && !isClassWithPackage(name)) {
        problems.add(
            "maps='"
                + name
                + "' is neither "
                + String.join(", ", mapFamilies)
                + ", all nor the name of a class with its package");
      }
    }
    return names;
  }

  /** Not by a regular expression: those cost 4 ms before {@code main}, and stack by the length. */
  private static boolean isClassWithPackage(String name) {
    String[] parts = name.split("\\.", -1);
    for (String part : parts) {
      if (!isIdentifier(part)) {
        return false;
      }
    }
    return parts.length > 1;
  }

  private static boolean isIdentifier(String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (!Character.isJavaIdentifierPart(c) || (i == 0 && !Character.isJavaIdentifierStart(c))) {
        return false;
      }
    }
    return !part.isEmpty();
  }

  private List<String> serializers() {
    List<String> names = new ArrayList<>(sources.values(OptionKey.SERIALIZERS));
    if (names.isEmpty()) {
      names.add(ALL);
    }
    for (String name : names) {
      if (!name.equals(ALL) && !name.equals(NONE) && !serializers.contains(name)) {
        problems.add(
            "serializers='"
                + name
                + "' is none of "
                + String.join(", ", serializers)
                + ", all, none");
      }
    }
    if (names.size() > 1 && names.contains(NONE)) {
      problems.add("serializers=none excludes all others: " + String.join(", ", names));
    }
    return names;
  }

  private List<String> globs(OptionKey key) {
    List<String> globs = new ArrayList<>();
    for (String glob : sources.values(key)) {
      if (!glob.matches("[\\p{javaJavaIdentifierPart}.*]+")) {
        problems.add(
            key.key() + "='" + glob + "' is not a class or package pattern such as com.acme.*");
      }
      globs.add(glob);
    }
    return globs;
  }

  private List<Path> reports() {
    List<Path> reports = new ArrayList<>();
    for (String file : sources.values(OptionKey.REPORT)) {
      Path path = path(OptionKey.REPORT, file);
      String problem = path == null ? null : reportCheck.problem(path);
      if (problem != null) {
        problems.add("report=" + file + ": " + problem);
      } else if (path != null) {
        reports.add(path);
      }
    }
    return reports;
  }

  private @Nullable Path recording() {
    String file = sources.value(OptionKey.JFR);
    Path path = file == null ? null : path(OptionKey.JFR, file);
    if (path == null) {
      return null;
    }
    Path directory = path.getParent();
    if (Files.isDirectory(path)) {
      problems.add("jfr='" + file + "' is a directory, expected a file to write");
    } else if (directory == null || !Files.isDirectory(directory)) {
      problems.add("jfr='" + file + "': the directory " + directory + " does not exist");
    } else if (!Files.isWritable(directory)) {
      problems.add("jfr='" + file + "': the directory " + directory + " is not writable");
    }
    return path;
  }

  /** The file meant, with {@code %p} replaced by the process id; null after a problem. */
  private @Nullable Path path(OptionKey key, String file) {
    String expanded = file.replace(PID, Long.toString(ProcessHandle.current().pid()));
    if (expanded.isEmpty()) {
      problems.add(key.key() + " has an empty value, expected a file name");
      return null;
    }
    try {
      return Path.of(expanded).toAbsolutePath();
    } catch (InvalidPathException invalid) {
      problems.add(key.key() + "='" + file + "' is not a file name: " + invalid.getReason());
      return null;
    }
  }
}
