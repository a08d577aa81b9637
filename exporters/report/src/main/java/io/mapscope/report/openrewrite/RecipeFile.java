package io.mapscope.report.openrewrite;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.text.Names;
import io.mapscope.profile.text.Printable;
import io.mapscope.report.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A recipe for OpenRewrite in YAML that mends the findings of a report which what was recorded
 * shows to be safe to mend; the others stand in its comments, each with the reason.
 *
 * <p>Names come from the program under observation: in comments controls are replaced, in values
 * they are escaped.
 */
public final class RecipeFile {

  /** The name by which the recipe is activated. */
  public static final String NAME = "io.mapscope.MendFindings";

  private final Report report;
  private final List<Mending> mended;
  private final List<Mending> left;

  /** The recipe for {@code report}. */
  public RecipeFile(Report report) {
    this.report = report;
    List<Mending> all = new Mender(report).mendings();
    mended = all.stream().filter(mending -> mending.recipe() != null).toList();
    left = all.stream().filter(mending -> mending.recipe() == null).toList();
  }

  /** How many findings the recipe is for. */
  public int mended() {
    return mended.size();
  }

  /** How many findings are left to people. */
  public int left() {
    return left.size();
  }

  /** Writes it; {@code file} is complete or untouched. */
  public void write(Path file) throws IOException {
    AtomicFile.write(file, out -> out.append(text()));
  }

  /** The YAML. */
  String text() {
    StringBuilder text = new StringBuilder();
    line(text, "# Written by Mapscope " + report.agent().version() + " from a report of");
    line(text, "# " + report.jvm().mainClass() + ", " + report.generatedAt());
    line(
        text,
        "# Needs io.mapscope:mapscope-openrewrite beside OpenRewrite; see docs/openrewrite.md.");
    if (!left.isEmpty()) {
      line(text, "#");
      line(text, "# Left to you:");
      left.forEach(mending -> line(text, "# - " + name(mending) + ": " + mending.reason()));
    }
    line(text, "---");
    line(text, "type: specs.openrewrite.org/v1beta/recipe");
    line(text, "name: " + NAME);
    line(text, "displayName: Mend what Mapscope has found");
    line(text, "description: Each step mends the map of one finding and nothing else.");
    recipes(text);
    return text.toString();
  }

  private void recipes(StringBuilder text) {
    line(text, mended.isEmpty() ? "recipeList: []" : "recipeList:");
    Set<String> written = new HashSet<>();
    for (Mending mending : mended) {
      line(text, "  # " + name(mending));
      if (written.add(mending.recipe() + mending.options())) {
        line(text, "  - " + mending.recipe() + ":");
        mending.options().forEach((key, value) -> line(text, "      " + key + ": " + yaml(value)));
      } else {
        line(text, "  # by the same step as above");
      }
    }
  }

  /** {@code lock-contended-map, Routes.table}. */
  private String name(Mending mending) {
    Finding finding = mending.finding();
    return finding.rule()
        + ", "
        + report.maps().stream()
            .filter(map -> map.id().equals(finding.map()))
            .findFirst()
            .map(RecipeFile::name)
            .orElse(finding.map());
  }

  private static String name(MapProfile map) {
    String field = map.site().field();
    return field == null ? Names.map(map) : field;
  }

  private static void line(StringBuilder text, String line) {
    text.append(Printable.of(line)).append('\n');
  }

  /** Numbers as they are, texts between double quotes with YAML's escapes. */
  private static String yaml(Object value) {
    if (value instanceof Number) {
      return value.toString();
    }
    StringBuilder text = new StringBuilder("\"");
    value
        .toString()
        .chars()
        .forEach(
            c -> {
              if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
                text.append((char) c);
              } else {
                text.append("\\u%04x".formatted(c));
              }
            });
    return text.append('"').toString();
  }
}
