package io.mapscope.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws the ratios of a results file, those of {@link Overhead} and of {@link Services}, beside it;
 * the drivers do so themselves, and this does it again for a file that is there.
 */
public final class Plots {
  private static final String SUFFIX = ".json";
  private static final String NONE = "none";

  private Plots() {}

  /** Result files; exits with 2 when one is none, or has no ratios. */
  public static void main(String[] files) throws IOException, InterruptedException {
    Arguments.exitOnMistake("plots", () -> drawAll(files));
  }

  private static void drawAll(String[] files) throws IOException, UsageException {
    if (files.length == 0) {
      throw new UsageException("no file is given, expected results of Overhead or Services");
    }
    for (final String file : files) {
      final Path path = Path.of(file);
      if (!Files.isRegularFile(path)) {
        throw new UsageException("'" + file + "' is no file, expected results");
      }
      if (!drawBeside(path, new ObjectMapper().readTree(path.toFile()))) {
        throw new UsageException("'" + file + "' has no ratios");
      }
    }
  }

  /** Draws what the file holds; false when it has no ratios. */
  static boolean drawBeside(Path file, JsonNode content) throws IOException {
    final List<RatioPlot.Group> groups = groups(content.path("results"));
    if (groups.isEmpty()) {
      return false;
    }
    final Environment environment =
        new ObjectMapper().treeToValue(content.path("environment"), Environment.class);
    final String name = String.valueOf(file.getFileName());
    final String plain =
        name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    Files.writeString(
        file.resolveSibling(plain + ".svg"),
        RatioPlot.of(environment.headline(), base(content.path("results")), groups));
    return true;
  }

  /** What the ratios are to: the first variant of each line. */
  private static String base(JsonNode results) {
    final String name = results.path(0).path("variants").path(0).path("variant").asText();
    return NONE.equalsIgnoreCase(name) ? "no agent" : name;
  }

  private static List<RatioPlot.Group> groups(JsonNode results) {
    final Map<String, List<RatioPlot.Row>> groups = new LinkedHashMap<>();
    for (final JsonNode line : results) {
      for (final JsonNode variant : line.path("variants")) {
        final JsonNode ratio = variant.path("ratio");
        final String name =
            variant.path("variant").asText().toLowerCase(Locale.ROOT).replace(".jar", "");
        if (ratio.isObject() && !NONE.equals(name)) {
          groups
              .computeIfAbsent(title(line), none -> new ArrayList<>())
              .add(row(line, name, ratio, variant.path("interval")));
        }
      }
    }
    return groups.entrySet().stream()
        .map(group -> new RatioPlot.Group(group.getKey(), group.getValue()))
        .toList();
  }

  private static String title(JsonNode line) {
    if (line.has("program")) {
      return line.path("program").asText();
    }
    return String.format(
        Locale.ROOT,
        "%s, %,d entries, threads: %d",
        line.path("benchmark").asText(),
        line.path("entries").asInt(),
        line.path("threads").asInt());
  }

  /** With the interval of the median, or the range where there is none. */
  private static RatioPlot.Row row(
      JsonNode line, String variant, JsonNode ratio, JsonNode interval) {
    final String label =
        line.has("quantity") ? line.path("quantity").asText() + ": " + variant : variant;
    final boolean hasInterval = interval.isObject();
    return new RatioPlot.Row(
        label,
        ratio.path("median").asDouble(),
        hasInterval ? interval.path("low").asDouble() : ratio.path("min").asDouble(),
        hasInterval ? interval.path("high").asDouble() : ratio.path("max").asDouble());
  }
}
