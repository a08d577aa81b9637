package io.mapscope.cli.top;

import io.mapscope.profile.Severity;
import io.mapscope.profile.text.Names;
import java.util.Comparator;
import java.util.Locale;

/** What the rows are sorted by; each has a key of its own. */
public enum SortKey {
  /** Operations a second. */
  OPS('o', "OPS/S", descending(TopRow::operationsPerSecond)),
  /** Share of reads, the writing ones first. */
  READ('r', "READ", Comparator.comparingDouble(TopRow::readRatio)),
  /** Time that threads wait. */
  BLOCKED('b', "BLOCKED", descending(row -> known(row.blockedRatio()))),
  /** Entries. */
  ENTRIES('e', "ENTRIES", descending(row -> row.map().entries())),
  /** Gravest finding, then their number. */
  FINDINGS('f', "FINDINGS", descending(SortKey::gravity)),
  /** Name. */
  NAME('n', "MAP", Comparator.comparing(row -> Names.map(row.map())));

  private final char key;
  private final String column;
  private final Comparator<TopRow> order;

  SortKey(char key, String column, Comparator<TopRow> order) {
    this.key = key;
    this.column = column;
    this.order =
        order
            .thenComparing(Comparator.comparingDouble(TopRow::operationsPerSecond).reversed())
            .thenComparing(row -> row.map().id());
  }

  private interface Figure {
    double of(TopRow row);
  }

  private static Comparator<TopRow> descending(Figure figure) {
    return Comparator.<TopRow>comparingDouble(figure::of).reversed();
  }

  private static double known(double figure) {
    return Double.isNaN(figure) ? -1 : figure;
  }

  private static double gravity(TopRow row) {
    Severity gravest = row.severity();
    if (gravest == null) {
      return 0;
    }
    double share = row.findings().size() / (1.0 + row.findings().size());
    return share + (gravest == Severity.ERROR ? 3 : gravest == Severity.WARNING ? 2 : 1);
  }

  char key() {
    return key;
  }

  String column() {
    return column;
  }

  Comparator<TopRow> order() {
    return order;
  }

  /** As options and JSON name it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
