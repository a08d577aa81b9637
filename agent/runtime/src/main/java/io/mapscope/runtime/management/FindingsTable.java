package io.mapscope.runtime.management;

import static io.mapscope.runtime.management.Column.ratio;
import static io.mapscope.runtime.management.Column.text;
import static io.mapscope.runtime.management.Column.texts;

import io.mapscope.profile.Finding;
import java.util.List;

/** The findings as an open table, the most important first. */
final class FindingsTable {
  static final OpenTable<Finding> TABLE =
      new OpenTable<>(
          "Finding",
          "One conclusion about the maps of one place",
          List.of("id"),
          List.of(
              text("id", "The same for the same rule and place in every run", Finding::id),
              text("rule", "Id of the rule that found it", Finding::rule),
              text("severity", "info, warning or error", finding -> finding.severity().jsonName()),
              text("map", "Id of the map it is about, as in Maps", Finding::map),
              text("title", "What is the matter", Finding::title),
              text("explanation", "What was measured", Finding::explanation),
              ratio("confidence", "Probability that it is so, 0 to 1", Finding::confidence),
              texts("evidence", "The figures, each as name=value", FindingsTable::evidence),
              text(
                  "replacementKind", "The sort of change", finding -> finding.replacement().kind()),
              text(
                  "replacementType",
                  "Class to use instead, if any",
                  finding -> finding.replacement().type()),
              text(
                  "snippet",
                  "Java source that shows the change, if any",
                  finding -> finding.replacement().snippet()),
              texts(
                  "caveats",
                  "What to look at before",
                  finding -> finding.caveats().toArray(new String[0]))));

  private FindingsTable() {}

  private static String[] evidence(Finding finding) {
    return finding.evidence().entrySet().stream()
        .map(figure -> figure.getKey() + "=" + figure.getValue())
        .toArray(String[]::new);
  }
}
