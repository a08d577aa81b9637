package io.mapscope.prove.seeds;

import io.mapscope.profile.ProvenRatio;
import io.mapscope.profile.ProvenVerdict;
import io.mapscope.profile.text.Figures;
import io.mapscope.prove.seeds.SeedResult.Measured;
import io.mapscope.prove.seeds.SeedResult.Row;
import io.mapscope.prove.seeds.SeedResult.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A result as Markdown, which the console shows as well. */
public final class SeedMarkdown {

  private static final double NANOS_PER_SECOND = 1e9;

  private static final String UNKNOWN = "-";

  private static final List<Column> COLUMNS =
      List.of(
          new Column("ops/s", (row, table) -> figure(row.meanOperationsPerSecond(), Figures::rate)),
          new Column(
              "time per op",
              (row, table) ->
                  nanos(table.workers() * NANOS_PER_SECOND / row.meanOperationsPerSecond())),
          new Column("ratio", (row, table) -> of(row, ProvenRatio::estimate)),
          new Column("low", (row, table) -> of(row, ProvenRatio::low)),
          new Column("high", (row, table) -> of(row, ProvenRatio::high)),
          new Column("verdict", (row, table) -> verdict(row)),
          new Column("spread", (row, table) -> figure(row.spread(), SeedMarkdown::ratio)),
          new Column("p50", (row, table) -> nanos(row.p50Nanos())),
          new Column("p99", (row, table) -> nanos(row.p99Nanos())),
          new Column("torn", (row, table) -> figure(row.tornRatio(), Figures::percent)),
          new Column("writes/s", (row, table) -> figure(row.besidePerSecond(), Figures::rate)),
          new Column(
              "B/op",
              (row, table) ->
                  figure(row.bytesPerOperation(), bytes -> Figures.count(Math.round(bytes)))),
          new Column("GC pause", (row, table) -> nanos(row.gcPauseNanos())),
          new Column(
              "GC share",
              (row, table) ->
                  figure(row.gcNanosPerSecond() / NANOS_PER_SECOND, Figures::finePercent)));

  private final List<String> lines = new ArrayList<>();

  private SeedMarkdown() {}

  /** The whole result. */
  public static List<String> of(SeedResult result) {
    SeedMarkdown markdown = new SeedMarkdown();
    markdown.conditions(result);
    result.experiments().forEach(markdown::experiment);
    return markdown.lines;
  }

  private void conditions(SeedResult result) {
    SeedPlan plan = result.plan();
    lines.add("# The seeds' headline results" + (result.complete() ? "" : " (interrupted)"));
    lines.add("");
    lines.add(
        result.machine()
            + "; "
            + result.begunAt()
            + "; "
            + plan.rounds()
            + " rounds of "
            + plan.forkSeconds()
            + " s each; options of the measuring JVMs "
            + String.join(" ", result.jvmOptions())
            + "; load average at the beginning "
            + (result.loadBefore() < 0 ? "unknown" : number("%.1f", result.loadBefore())));
  }

  private void experiment(Measured measured) {
    lines.add("");
    lines.add("## " + measured.experiment().title() + " (" + measured.experiment().id() + ")");
    lines.add("The seed: " + measured.experiment().seedClaim() + ".");
    for (Table table : measured.cases()) {
      table(table);
    }
  }

  private void table(Table table) {
    List<Column> columns = COLUMNS.stream().filter(column -> column.isKnown(table)).toList();
    lines.add("");
    lines.add("### " + table.heading());
    lines.add("");
    lines.add("| form |" + joined(columns, column -> " " + column.title + " |"));
    lines.add("|---|" + joined(columns, column -> "---:|"));
    for (Row row : table.rows()) {
      lines.add(
          "| " + row.title() + " |" + joined(columns, one -> " " + one.cell(row, table) + " |"));
    }
    List<Row> told = table.rows().stream().filter(row -> !row.reproduces().isEmpty()).toList();
    if (!told.isEmpty()) {
      lines.add("");
    }
    told.forEach(row -> lines.add("- " + row.title() + ": " + row.reproduces()));
  }

  private static String joined(List<Column> columns, Function<Column, String> cell) {
    return columns.stream().map(cell).collect(Collectors.joining());
  }

  /** A column of a table; left out where no row has a figure for it. */
  private record Column(String title, BiFunction<Row, Table, String> show) {

    String cell(Row row, Table table) {
      return show.apply(row, table);
    }

    boolean isKnown(Table table) {
      return table.rows().stream().anyMatch(row -> !cell(row, table).equals(UNKNOWN));
    }
  }

  private static String verdict(Row row) {
    @Nullable String problem = row.problem();
    ProvenVerdict verdict = row.verdict();
    return problem == null ? verdict.jsonName() : "not measured: " + problem.replace('|', '/');
  }

  private static String of(Row row, ToDoubleFunction<ProvenRatio> end) {
    @Nullable ProvenRatio ratio = row.ratio();
    return ratio == null ? UNKNOWN : ratio(end.applyAsDouble(ratio));
  }

  private static String figure(double value, DoubleFunction<String> show) {
    return Double.isNaN(value) ? UNKNOWN : show.apply(value);
  }

  private static String nanos(double nanos) {
    return figure(nanos, value -> Figures.nanos(Math.round(value)));
  }

  /** Two digits after the point at least, more where they would all be zeros. */
  static String ratio(double ratio) {
    if (ratio >= 1000) {
      return Figures.count(Math.round(ratio));
    }
    if (ratio >= 10) {
      return number("%.1f", ratio);
    }
    return number(ratio < 0.1 ? "%.4f" : "%.2f", ratio);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
