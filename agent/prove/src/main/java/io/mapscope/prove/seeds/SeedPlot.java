package io.mapscope.prove.seeds;

import io.mapscope.profile.ProvenRatio;
import io.mapscope.profile.text.Figures;
import io.mapscope.prove.seeds.SeedResult.Measured;
import io.mapscope.prove.seeds.SeedResult.Row;
import io.mapscope.prove.seeds.SeedResult.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A result as one SVG file that needs nothing else: for each case the ratios to the baseline with
 * their intervals on a logarithmic axis, and the ratio that the seed claims.
 */
public final class SeedPlot {

  private static final int WIDTH = 980;
  private static final int LABELS = 390;
  private static final int FIGURES = 130;
  private static final int ROW = 20;
  private static final int GAP = 16;
  private static final int MARGIN = 14;

  /** The colours follow the reader's: dark where the page is dark. */
  private static final String STYLE =
      """
      <style>
        svg { color-scheme: light dark; background: #fff; }
        text { font: 12px system-ui, sans-serif; fill: #1f2328; }
        .title { font-size: 16px; font-weight: 600; }
        .case { font-weight: 600; }
        .figure, .tick, .note { fill: #59636e; }
        .grid { stroke: #d1d9e0; }
        .one { stroke: #59636e; }
        .seed { stroke: #bc4c00; stroke-dasharray: 4 3; }
        .seedtext { fill: #bc4c00; }
        .bar { stroke: #0969da; stroke-width: 2; }
        .dot { fill: #0969da; }
        .base { fill: #59636e; }
        @media (prefers-color-scheme: dark) {
          svg { background: #0d1117; }
          text { fill: #e6edf3; }
          .figure, .tick, .note { fill: #9198a1; }
          .grid { stroke: #30363d; }
          .one { stroke: #9198a1; }
          .seed { stroke: #f0883e; }
          .seedtext { fill: #f0883e; }
          .bar { stroke: #4493f8; }
          .dot { fill: #4493f8; }
          .base { fill: #9198a1; }
        }
      </style>
      """;

  private final StringBuilder body = new StringBuilder();
  private int y = MARGIN;

  /** The axis of the experiment that is drawn: tenths and tens from one power to another. */
  private int leastPower;

  private int mostPower;

  private SeedPlot() {}

  /** The whole result. */
  public static String of(SeedResult result) {
    SeedPlot plot = new SeedPlot();
    plot.heading(result);
    result.experiments().forEach(plot::experiment);
    int height = plot.y + MARGIN;
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"ratios to the"
        + " baseline with 95 % intervals\" viewBox=\"0 0 "
        + WIDTH
        + " "
        + height
        + "\" width=\""
        + WIDTH
        + "\" height=\""
        + height
        + "\">\n"
        + STYLE
        + plot.body
        + "</svg>\n";
  }

  private void heading(SeedResult result) {
    y += GAP;
    text(MARGIN, "title", "start", "The seeds' headline results, ratio to the baseline, 95 %");
    y += ROW;
    text(MARGIN, "note", "start", result.machine());
    y += ROW;
    String end = result.complete() ? "" : ", interrupted";
    text(
        MARGIN,
        "note",
        "start",
        result.begunAt()
            + ", "
            + result.plan().rounds()
            + " rounds, seed "
            + result.plan().seed()
            + end);
    y += GAP;
  }

  private void experiment(Measured measured) {
    Experiment experiment = measured.experiment();
    y += ROW + GAP;
    text(MARGIN, "title", "start", experiment.title());
    fitAxis(measured);
    y += ROW;
    int top = y;
    StringBuilder rows = new StringBuilder();
    int from = body.length();
    for (Table table : measured.cases()) {
      y += ROW;
      text(MARGIN, "case", "start", table.heading());
      table.rows().forEach(this::row);
    }
    rows.append(body, from, body.length());
    body.setLength(from);
    axis(top, y + ROW / 2);
    seed(experiment.seedRatio(), top);
    body.append(rows);
    y += ROW + GAP / 2;
    text(axisX(1), "tick", "middle", "times the operations of the baseline");
    y += GAP / 2;
  }

  private void fitAxis(Measured measured) {
    List<Double> ends = new ArrayList<>(List.of(1.0));
    double seed = measured.experiment().seedRatio();
    if (!Double.isNaN(seed)) {
      ends.add(seed);
    }
    for (Table table : measured.cases()) {
      for (Row row : table.rows()) {
        ProvenRatio ratio = row.ratio();
        if (ratio != null) {
          ends.add(ratio.estimate());
        }
      }
    }
    leastPower = (int) Math.floor(Math.log10(ends.stream().min(Double::compare).orElse(1.0)));
    mostPower = (int) Math.ceil(Math.log10(ends.stream().max(Double::compare).orElse(1.0)));
    mostPower = Math.max(mostPower, leastPower + 1);
  }

  /** Where {@code ratio} is; what lies outside is at the edge. */
  private double axisX(double ratio) {
    double share = (Math.log10(ratio) - leastPower) / (mostPower - leastPower);
    double width = WIDTH - LABELS - FIGURES - MARGIN;
    return LABELS + width * Math.max(0, Math.min(1, share));
  }

  private void axis(int top, int bottom) {
    for (int power = leastPower; power <= mostPower; power++) {
      double ratio = Math.pow(10, power);
      vertical(power == 0 ? "one" : "grid", axisX(ratio), top, bottom);
      int here = y;
      y = top - 4;
      text(axisX(ratio), "tick", "middle", tick(power));
      y = here;
    }
  }

  /** {@code 0.01}, {@code 1}, {@code 100}, {@code 10.0 K}. */
  static String tick(int power) {
    return power < 0
        ? String.format(Locale.ROOT, "%." + -power + "f", Math.pow(10, power))
        : Figures.count(Math.round(Math.pow(10, power)));
  }

  private void seed(double ratio, int top) {
    if (Double.isNaN(ratio)) {
      return;
    }
    vertical("seed", axisX(ratio), top, y + ROW / 2);
    int here = y;
    y = top + ROW / 2;
    text(axisX(ratio) + 4, "seedtext", "start", "seed " + SeedMarkdown.ratio(ratio));
    y = here;
  }

  private void row(Row row) {
    y += ROW;
    text(LABELS - 10, "", "end", row.title());
    double middle = y - 4.0;
    @Nullable ProvenRatio ratio = row.ratio();
    if (row.problem() != null || (ratio == null && !row.baseline())) {
      text(LABELS + 6, "note", "start", "not measured");
      return;
    }
    if (ratio == null) {
      circle("base", axisX(1), middle);
      text(WIDTH - MARGIN, "figure", "end", "baseline");
      return;
    }
    horizontal(axisX(ratio.low()), axisX(ratio.high()), middle);
    vertical("bar", axisX(ratio.low()), (int) middle - 4, (int) middle + 4);
    vertical("bar", axisX(ratio.high()), (int) middle - 4, (int) middle + 4);
    circle("dot", axisX(ratio.estimate()), middle);
    String figures =
        SeedMarkdown.ratio(ratio.estimate())
            + " ("
            + SeedMarkdown.ratio(ratio.low())
            + " - "
            + SeedMarkdown.ratio(ratio.high())
            + ")";
    text(WIDTH - MARGIN, "figure", "end", figures);
  }

  private void horizontal(double from, double to, double at) {
    add("<line class=\"bar\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", from, at, to, at);
  }

  private void vertical(String style, double at, int top, int bottom) {
    add(
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>",
        style, at, top, at, bottom);
  }

  private void circle(String style, double x, double at) {
    add("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>", style, x, at);
  }

  private void text(double x, String style, String anchor, String text) {
    add(
        "<text class=\"%s\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>",
        style, x, y, anchor, escaped(text));
  }

  private void add(String format, Object... values) {
    body.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
