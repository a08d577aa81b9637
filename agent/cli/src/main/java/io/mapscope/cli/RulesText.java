package io.mapscope.cli;

import io.mapscope.advisor.Fact;
import io.mapscope.advisor.Rule;
import io.mapscope.advisor.Threshold;
import io.mapscope.profile.Severity;
import io.mapscope.report.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rules of the advisor for a terminal. */
final class RulesText {

  private static final int COLUMNS = 120;
  private static final String INDENT = "    ";
  private static final String DEEPER = INDENT + "  ";

  private RulesText() {}

  static String of(List<Rule> rules) {
    List<String> lines = new ArrayList<>();
    for (Rule rule : rules) {
      add(rule, lines);
      lines.add("");
    }
    lines.add(
        "A threshold is overridden in the JVM that is observed and where its recordings are read:");
    lines.add(INDENT + "-D" + RulesCommand.PROPERTY_PREFIX + "RULE.THRESHOLD=NUMBER");
    return String.join("\n", lines) + "\n";
  }

  private static void add(Rule rule, List<String> lines) {
    lines.add(rule.id() + " (" + severities(rule) + ")");
    paragraph(INDENT, INDENT, rule.title(), lines);
    if (!rule.needs().isEmpty()) {
      paragraph(INDENT + "needs: ", DEEPER, needs(rule), lines);
    }
    lines.add(INDENT + "thresholds:");
    for (Threshold threshold : rule.thresholds()) {
      String head = threshold.name() + " = " + standard(threshold) + " " + unit(threshold);
      paragraph(DEEPER, DEEPER + INDENT, head + ": " + threshold.why(), lines);
    }
    lines.add(INDENT + "sources:");
    rule.sources().forEach(source -> paragraph(DEEPER, DEEPER + INDENT, source, lines));
  }

  private static void paragraph(String first, String rest, String text, List<String> lines) {
    lines.addAll(Paragraph.lines(first, rest, text, COLUMNS));
  }

  /** {@code warning, error}. */
  static String severities(Rule rule) {
    return rule.severities().stream().map(Severity::jsonName).collect(Collectors.joining(", "));
  }

  /** {@code call sites, hot keys}. */
  static String needs(Rule rule) {
    return rule.needs().stream().map(Fact::words).collect(Collectors.joining(", "));
  }

  /** {@code 30}, {@code 0.05}: no more digits than it has. */
  static String standard(Threshold threshold) {
    double value = threshold.standard();
    return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** {@code per second}. */
  static String unit(Threshold threshold) {
    return threshold.unit().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
