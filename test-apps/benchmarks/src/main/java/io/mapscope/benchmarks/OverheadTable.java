package io.mapscope.benchmarks;

import java.util.List;
import java.util.Locale;

/** The comparisons as a table in Markdown, which reads well on a terminal too. */
final class OverheadTable {
  private static final String HEAD =
      "| benchmark | entries | threads | variant | ns/op (min-max) | added ns (min-max) | ratio |\n"
          + "|---|---:|---:|---|---:|---:|---:|\n";

  private OverheadTable() {}

  static String of(Environment environment, List<Comparison> comparisons) {
    final StringBuilder table = new StringBuilder();
    table.append(environment.headline()).append("\n\n").append(HEAD);
    for (final Comparison comparison : comparisons) {
      for (final Comparison.Line line : comparison.variants()) {
        append(table, comparison, line);
      }
    }
    return table.toString();
  }

  private static void append(StringBuilder to, Comparison comparison, Comparison.Line line) {
    to.append(
        String.format(
            Locale.ROOT,
            "| %s | %,d | %d | %s | %s | %s | %.3f |%n",
            comparison.benchmark().replace("Benchmark", ""),
            comparison.entries(),
            comparison.threads(),
            line.variant().name().toLowerCase(Locale.ROOT),
            spread(line.nanosPerOperation()),
            line.variant() == Variant.NONE ? "" : spread(line.addedNanos()),
            line.ratio().median()));
  }

  private static String spread(Series series) {
    return String.format(
        Locale.ROOT, "%.2f (%.2f-%.2f)", series.median(), series.min(), series.max());
  }
}
