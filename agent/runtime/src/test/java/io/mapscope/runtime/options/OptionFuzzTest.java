package io.mapscope.runtime.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Fuzz;
import io.mapscope.profile.Hostile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever stands in an option, a property, a variable or a file: it is what the user asked for, or
 * every mistake is named in a line; a mistake never becomes a default.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
final class OptionFuzzTest {
  private static final Charset UTF_8 = StandardCharsets.UTF_8;
  private static final int CASES = 3_000;
  private static final List<String> FAMILIES = List.of("concurrent", "jdk");
  private static final List<String> SERIALIZERS = List.of("java", "jackson");

  private static final Pattern GLOBS =
      Pattern.compile("[\\p{javaJavaIdentifierPart}.*]+(;[\\p{javaJavaIdentifierPart}.*]+)*");

  /** What the documentation allows, told another way than the parser does. */
  private static final Map<OptionKey, Pattern> ALLOWED =
      Map.ofEntries(
          Map.entry(
              OptionKey.BUDGET,
              Pattern.compile("off|(?![0.]+%)(0?[0-9]{1,2}(\\.[0-9]{1,6})?|100(\\.0{1,6})?)%")),
          Map.entry(
              OptionKey.INTERVAL,
              Pattern.compile(
                  "0*([1-9][0-9]{2}|[1-9][0-9]{3,5}|[12][0-9]{6}|3[0-5][0-9]{5}|3600000)ms"
                      + "|0*([1-9][0-9]{0,2}|[12][0-9]{3}|3[0-5][0-9]{2}|3600)s"
                      + "|0*([1-9]|[1-5][0-9]|60)m")),
          Map.entry(OptionKey.MAX_SITES, Pattern.compile("[1-9][0-9]{0,5}|1000000")),
          Map.entry(OptionKey.MAX_METRIC_SITES, Pattern.compile("[1-9][0-9]?|100")),
          Map.entry(
              OptionKey.MAX_MEMORY,
              Pattern.compile(
                  "(?=[0-9]{1,9}.$)0*([1-9][0-9]*[mMgG]"
                      + "|(102[4-9]|10[3-9][0-9]|1[1-9][0-9]{2}|[2-9][0-9]{3}|[1-9][0-9]{4,})[kK])"
                      + "|(?![0.]+%)(0{0,2}[0-9]|0?[0-4][0-9])(\\.[0-9]{1,6})?%"
                      + "|0?50(\\.0{1,6})?%")),
          Map.entry(OptionKey.ENABLED, Pattern.compile("(?i)true|false")),
          Map.entry(OptionKey.ADVICE, Pattern.compile("console|off")),
          Map.entry(OptionKey.KEYS, Pattern.compile("hash|text")),
          Map.entry(OptionKey.INCLUDE, GLOBS),
          Map.entry(OptionKey.EXCLUDE, GLOBS),
          Map.entry(
              OptionKey.SERIALIZERS, Pattern.compile("all|none|java|jackson|(all|java);jackson")),
          Map.entry(OptionKey.OTLP, Pattern.compile("on|off|https?://[^/:?#\\x00- ][^\\x00- ]*")),
          Map.entry(
              OptionKey.PROMETHEUS,
              Pattern.compile(
                  "(\\[[^\\[\\]/]*:[^\\[\\]/]*\\]:|[^\\[\\]/:]+:)?"
                      + "([0-9]{1,4}|[0-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]"
                      + "|6553[0-5])")));

  private static final List<OptionKey> KEYS =
      Arrays.stream(OptionKey.values()).filter(ALLOWED::containsKey).toList();

  private static final List<String> VALUES =
      List.of(
          "off",
          "on",
          "1%",
          "0%",
          "0.5%",
          "1.%",
          "0.0000001%",
          "100%",
          "100.1%",
          "101%",
          "10s",
          "100ms",
          "99ms",
          "60m",
          "61m",
          "1h",
          "3600s",
          "007s",
          "1e3s",
          "-1s",
          "\u0661s",
          "1 s",
          "0",
          "1",
          "01",
          "1000000",
          "1000001",
          "9999999999999999999",
          "100",
          "101",
          "50%",
          "51%",
          "007%",
          "64m",
          "1G",
          "0g",
          "01m",
          "1023k",
          "1024K",
          "64mb",
          "9999999999m",
          "true",
          "TRUE",
          "yes",
          "false",
          "console",
          "hash",
          "text",
          "TEXT",
          "com.acme.*",
          "*",
          "a b",
          "all",
          "none",
          "java",
          "jackson",
          "java;jackson",
          "none;java",
          "all;none",
          ";",
          "java;",
          "http://c:4318",
          "https://[::1]/x",
          "http://",
          "ftp://x",
          "9464",
          "65535",
          "65536",
          "0.0.0.0:80",
          "[::1]:80",
          "::1:80",
          ":80",
          "host:",
          "[]:1",
          " ",
          "",
          "%p",
          "null");

  @TempDir private Path directory;

  @Test
  void value_ofAnOption_isHonouredOrNamedAsAMistakeByAnySource() {
    Fuzz.cases(
        CASES,
        random -> {
          OptionKey key = anyOf(KEYS, random);
          String value = value(random);
          Source source = anyOf(List.of(Source.values()), random);
          if (!source.canHold(value)) {
            return;
          }
          String meant = value.trim();
          boolean allowed = allowed(key).matcher(meant).matches();
          try {
            AgentOptions options = source.parse(this, key.key(), value);
            assertThat(allowed).as("%s=%s is taken for %s", key.key(), meant, options).isTrue();
            assertMeans(options, key, meant);
          } catch (OptionProblems refusal) {
            assertNamed(refusal);
            assertThat(allowed).as("%s", refusal.problems()).isFalse();
            assertThat(refusal.getMessage()).contains(key.key());
          }
        });
  }

  @Test
  void anyText_asOptionString_isReadOrAllMistakesAreNamed() {
    Fuzz.cases(
        CASES,
        random -> {
          StringBuilder text = new StringBuilder();
          for (int pairs = random.nextInt(6); pairs >= 0; pairs--) {
            text.append(random.nextInt(4) == 0 ? Hostile.text(random) : keyName(random))
                .append(random.nextInt(8) == 0 ? "" : "=")
                .append(random.nextBoolean() ? Hostile.text(random) : value(random))
                .append(random.nextInt(8) == 0 ? ";" : ",");
          }
          assertReadOrNamed(text.toString(), new Properties(), Map.of());
        });
  }

  @Test
  void anyBytes_asConfigFile_areReadOrTheFileIsNamed() {
    Path file = directory.resolve("any.properties");
    Fuzz.cases(
        500,
        random -> {
          byte[] bytes = (keyName(random) + "=" + Hostile.text(random) + "\n\\u00").getBytes(UTF_8);
          for (int hits = random.nextInt(4); hits > 0; hits--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
          }
          Files.write(file, bytes);
          assertReadOrNamed("config=" + file, new Properties(), Map.of());
        });
  }

  @Test
  void name_thatIsLikeAnOptions_isNamedAsUnknown() {
    Fuzz.cases(
        CASES,
        random -> {
          String name = misspelt(keyName(random), random);
          if (OptionKey.of(name) == null) {
            Properties system = new Properties();
            system.setProperty("mapscope." + name, "1");
            assertThat(problems(null, system)).contains("unknown system property mapscope." + name);
            assertThat(problems(name + "=1", new Properties())).contains("unknown option " + name);
          }
        });
  }

  @Test
  void endlessInputs_areRefused() throws Exception {
    String name = "a.".repeat(100_000) + "B";

    assertThat(parse("maps=" + name, new Properties(), Map.of()).maps()).containsExactly(name);
    assertThat(problems("maps=" + name + ".", new Properties())).contains("is neither");
    assertThat(problems("interval=" + "1".repeat(1_000_000) + "s", new Properties()))
        .contains("is not a duration");
    if (Files.exists(Path.of("/dev/zero"))) {
      assertThat(problems("config=/dev/zero", new Properties())).contains("no regular file");
    }
    Path large = Files.writeString(directory.resolve("large"), "# more\n".repeat(200_000));
    assertThat(problems("config=" + large, new Properties())).contains("more than 1048576 bytes");
  }

  @Test
  void configFile_keyTwice_isAListOrAMistake() throws Exception {
    Path file = directory.resolve("twice.properties");
    Files.writeString(file, "include=a.*\ninclude=b.*\n");
    assertThat(parse("config=" + file, new Properties(), Map.of()).include())
        .containsExactly("a.*", "b.*");

    Files.writeString(file, "interval=1s\ninterval=2s\nconfig=other.properties\n");
    assertThat(problems("config=" + file, new Properties()))
        .contains("option interval is given 2 times")
        .contains("option config has no meaning in a config file");
  }

  /** Where an option can stand. */
  private enum Source {
    STRING {
      @Override
      boolean canHold(String value) {
        return !value.contains(",");
      }

      @Override
      AgentOptions parse(OptionFuzzTest test, String key, String value) throws OptionProblems {
        return OptionFuzzTest.parse(key + "=" + value, new Properties(), Map.of());
      }
    },
    PROPERTY {
      @Override
      AgentOptions parse(OptionFuzzTest test, String key, String value) throws OptionProblems {
        Properties system = new Properties();
        system.setProperty("mapscope." + key, value);
        return OptionFuzzTest.parse(null, system, Map.of());
      }
    },
    VARIABLE {
      @Override
      AgentOptions parse(OptionFuzzTest test, String key, String value) throws OptionProblems {
        String variable = "MAPSCOPE_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
        return OptionFuzzTest.parse(null, new Properties(), Map.of(variable, value));
      }
    },
    FILE {
      /** A lone surrogate is no UTF-8. */
      @Override
      boolean canHold(String value) {
        return UTF_8.newEncoder().canEncode(value);
      }

      @Override
      AgentOptions parse(OptionFuzzTest test, String key, String value)
          throws OptionProblems, IOException {
        Properties properties = new Properties();
        properties.setProperty(key, value);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Path file = Files.writeString(test.directory.resolve("one.properties"), text.toString());
        return OptionFuzzTest.parse("config=" + file, new Properties(), Map.of());
      }
    };

    boolean canHold(String value) {
      return true;
    }

    abstract AgentOptions parse(OptionFuzzTest test, String key, String value)
        throws OptionProblems, IOException;
  }

  /** Some of the figures by a way of their own; the others are known by their text. */
  private static void assertMeans(AgentOptions options, OptionKey key, String value) {
    switch (key) {
      case MAX_SITES -> assertThat(options.maxSites()).isEqualTo(Integer.parseInt(value));
      case ENABLED -> assertThat(options.enabled()).isEqualTo(Boolean.parseBoolean(value));
      case ADVICE -> assertThat(options.adviceOnConsole()).isEqualTo(value.equals("console"));
      case KEYS -> assertThat(options.keyTexts()).isEqualTo(value.equals("text"));
      case INCLUDE -> assertThat(options.include()).containsExactly(value.split(";"));
      case EXCLUDE -> assertThat(options.exclude()).containsExactly(value.split(";"));
      case SERIALIZERS -> assertThat(options.serializers()).containsExactly(value.split(";"));
      case INTERVAL -> assertThat(value).startsWith(firstDigits(options, value));
      case OTLP -> assertThat(options.otlp().enabled()).isEqualTo(!value.equals("off"));
      case PROMETHEUS -> assertThat(options.prometheus()).isNotNull();
      case BUDGET -> assertThat(options.budget()).isEqualTo(value);
      case MAX_MEMORY -> assertThat(options.maxMemory()).isEqualTo(value);
      case MAX_METRIC_SITES ->
          assertThat(options.maxMetricSites()).isEqualTo(Integer.parseInt(value));
      default -> throw new AssertionError("no meaning for " + key);
    }
  }

  /** The interval in the unit that it was given in, with as many zeros before it. */
  private static String firstDigits(AgentOptions options, String value) {
    Duration interval = options.interval();
    long amount =
        value.endsWith("ms")
            ? interval.toMillis()
            : value.endsWith("m") ? interval.toMinutes() : interval.toSeconds();
    int zeros = value.length() - value.replaceFirst("^0+", "").length();
    return "0".repeat(zeros) + amount;
  }

  private static void assertReadOrNamed(
      @Nullable String text, Properties system, Map<String, String> environment) {
    try {
      assertThat(parse(text, system, environment)).isNotNull();
    } catch (OptionProblems refusal) {
      assertNamed(refusal);
    }
  }

  private static void assertNamed(OptionProblems refusal) {
    assertThat(refusal.problems()).isNotEmpty().noneMatch(String::isBlank);
    assertThat(refusal.getMessage()).doesNotContain("Exception");
  }

  private static String problems(@Nullable String text, Properties system) {
    try {
      return "nothing wrong: " + parse(text, system, Map.of());
    } catch (OptionProblems refusal) {
      return String.valueOf(refusal.getMessage());
    }
  }

  private static AgentOptions parse(
      @Nullable String text, Properties system, Map<String, String> environment)
      throws OptionProblems {
    return OptionParser.parse(text, system, environment, file -> null, FAMILIES, SERIALIZERS);
  }

  private static Pattern allowed(OptionKey key) {
    Pattern pattern = ALLOWED.get(key);
    if (pattern == null) {
      throw new AssertionError(key);
    }
    return pattern;
  }

  private static String keyName(Random random) {
    return anyOf(List.of(OptionKey.values()), random).key();
  }

  private static String misspelt(String name, Random random) {
    int at = random.nextInt(name.length());
    String odd =
        List.of("", "x", "_", ".", name.toUpperCase(Locale.ROOT), " ").get(random.nextInt(6));
    return (name.substring(0, at) + odd + name.substring(at + 1)).trim();
  }

  /** A value of some option, most often damaged a little. */
  private static String value(Random random) {
    StringBuilder value = new StringBuilder(anyOf(VALUES, random));
    if (random.nextInt(3) == 0) {
      String odd =
          anyOf(List.of(" ", "0", "%", ";", ":", "\u00e9", "\u0000", "\u202e", "x"), random);
      value.insert(random.nextInt(value.length() + 1), odd);
    }
    return value.toString();
  }

  private static <T> T anyOf(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
