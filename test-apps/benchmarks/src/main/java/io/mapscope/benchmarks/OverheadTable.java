package io.mapscope.benchmarks;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The comparisons as a table in Markdown: a line for each benchmark, a column for each variant that
 * was measured, in nanoseconds per operation, and what exact counting adds in the same round.
 */
final class OverheadTable {
  private OverheadTable() {}

  static String of(Environment environment, List<Comparison> comparisons) {
    final Set<Variant> columns = EnumSet.noneOf(Variant.class);
    for (final Comparison comparison : comparisons) {
      comparison.variants().forEach(line -> columns.add(line.variant()));
    }
    final StringBuilder table = new StringBuilder();
    table.append(environment.headline()).append("\n\n| operation | entries | threads |");
    columns.forEach(variant -> table.append(' ').append(name(variant)).append(" |"));
    table.append(" exact adds |\n|---|---:|---:|");
    table.append("---:|".repeat(columns.size() + 1)).append('\n');
    for (final Comparison comparison : comparisons) {
      append(table, comparison, columns);
    }
    return table.toString();
  }

  private static void append(StringBuilder to, Comparison comparison, Set<Variant> columns) {
    to.append(
        String.format(
            Locale.ROOT,
            "| %s | %,d | %d |",
            comparison.benchmark(),
            comparison.entries(),
            comparison.threads()));
    for (final Variant variant : columns) {
      to.append(' ').append(line(comparison, variant).map(OverheadTable::nanos).orElse("-"));
      to.append(" |");
    }
    to.append(' ').append(line(comparison, Variant.EXACT).map(OverheadTable::added).orElse("-"));
    to.append(" |\n");
  }

  private static Optional<Comparison.Line> line(Comparison comparison, Variant variant) {
    return comparison.variants().stream().filter(line -> line.variant() == variant).findFirst();
  }

  private static String name(Variant variant) {
    return variant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String nanos(Comparison.Line line) {
    return spread(line.nanosPerOperation());
  }

  private static String added(Comparison.Line line) {
    return spread(line.addedNanos());
  }

  private static String spread(Series series) {
    return String.format(
        Locale.ROOT, "%.1f (%.1f to %.1f)", series.median(), series.min(), series.max());
  }
}
