package io.mapscope.cli;

import io.mapscope.advisor.Rule;
import io.mapscope.advisor.Threshold;
import java.util.ArrayList;
import java.util.List;

/** The rules of the advisor as the page {@code docs/rules.md}. */
final class RulesMarkdown {

  private static final String HEAD =
      """
      # Rules of the advisor

      Made by `java -jar mapscope.jar rules --markdown`; edit the rules, not this page ([contributing](contributing.md)).

      Each rule judges each map it concerns by what was recorded about it. It says nothing while what it needs was not
      recorded, or too little was. Severities: `error` is proven misuse, `warning` a measured cost or a danger, `info`
      an opportunity. A threshold is overridden by a system property of the observed JVM,
      `-Dmapscope.rules.RULE.THRESHOLD=NUMBER`, and by the same one where its recordings are read.

      | rule | severity | what it finds |
      |---|---|---|
      """;

  private RulesMarkdown() {}

  static String of(List<Rule> rules) {
    List<String> lines = new ArrayList<>(HEAD.lines().toList());
    for (Rule rule : rules) {
      String link = "[`" + rule.id() + "`](#" + rule.id() + ")";
      lines.add(row(link, RulesText.severities(rule), text(rule.title())));
    }
    rules.forEach(rule -> add(rule, lines));
    return String.join("\n", lines) + "\n";
  }

  private static void add(Rule rule, List<String> lines) {
    lines.add("");
    lines.add("## " + rule.id());
    lines.add("Severity: " + RulesText.severities(rule) + ". Finds: " + text(rule.title()) + ".");
    if (!rule.needs().isEmpty()) {
      lines.add("Needs: " + text(RulesText.needs(rule)) + ".");
    }
    lines.add("");
    lines.add(row("threshold", "default", "unit", "why"));
    lines.add("|---|---|---|---|");
    for (Threshold threshold : rule.thresholds()) {
      lines.add(
          row(
              "`" + threshold.name() + "`",
              RulesText.standard(threshold),
              RulesText.unit(threshold),
              text(threshold.why())));
    }
    lines.add("");
    lines.add("Sources:");
    rule.sources().forEach(source -> lines.add("- " + text(source)));
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** Plain text as Markdown shows it, in a table too. */
  private static String text(String plain) {
    return plain.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
  }
}
