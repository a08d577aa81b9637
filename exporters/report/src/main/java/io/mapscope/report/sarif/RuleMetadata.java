package io.mapscope.report.sarif;

import io.mapscope.advisor.Catalogue;
import io.mapscope.advisor.Fact;
import io.mapscope.advisor.Rule;
import io.mapscope.profile.Severity;
import io.mapscope.profile.json.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The advisor's rules as SARIF's reporting descriptors, all of them, whether they found anything or
 * not.
 */
final class RuleMetadata {

  private static final String HELP = "docs/rules.md of Mapscope tells thresholds and sources.";

  private RuleMetadata() {}

  /** Where {@code ruleId} stands among the descriptors, or -1 for one of another version. */
  static int indexOf(String ruleId) {
    List<Rule> rules = Catalogue.rules();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).id().equals(ruleId)) {
        return i;
      }
    }
    return -1;
  }

  /** Writes the array of descriptors. */
  static void write(JsonWriter json) throws IOException {
    json.open('[');
    for (Rule rule : Catalogue.rules()) {
      json.open('{');
      write(json, rule);
      json.close('}');
    }
    json.close(']');
  }

  private static void write(JsonWriter json, Rule rule) throws IOException {
    json.name("id").value(rule.id());
    json.name("name").value(pascal(rule.id()));
    text(json, "shortDescription", sentence(rule.title()));
    text(json, "fullDescription", sentence(rule.title()) + needs(rule));
    json.name("help").open('{');
    json.name("text").value(help(rule, ""));
    json.name("markdown").value(help(rule, "- "));
    json.close('}');
    json.name("defaultConfiguration").openInline('{');
    json.name("level").value(level(rule.severities().get(0)));
    json.close('}');
    json.name("properties").openInline('{').name("tags").openInline('[');
    json.value("maps").value("runtime").close(']').close('}');
  }

  /** SARIF's word for a severity. */
  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  private static void text(JsonWriter json, String name, String text) throws IOException {
    json.name(name).openInline('{').name("text").value(text).close('}');
  }

  private static String needs(Rule rule) {
    return rule.needs().isEmpty()
        ? ""
        : " Judged where these were recorded: "
            + rule.needs().stream().map(Fact::words).collect(Collectors.joining(", "))
            + ".";
  }

  private static String help(Rule rule, String bullet) {
    List<String> lines = new ArrayList<>(List.of("Sources:"));
    rule.sources().forEach(source -> lines.add(bullet + source));
    return sentence(rule.title()) + "\n\n" + String.join("\n", lines) + "\n\n" + HELP;
  }

  private static String sentence(String title) {
    return Character.toUpperCase(title.charAt(0)) + title.substring(1) + ".";
  }

  /** {@code hot-bin} as {@code HotBin}. */
  private static String pascal(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return name.toString();
  }
}
