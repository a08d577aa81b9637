package io.mapscope.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * Ratios to what was measured first, mostly without an agent, with their intervals, as one SVG file
 * that needs nothing else. The axis is logarithmic: twice and half are equally far from 1.
 */
final class RatioPlot {
  private static final int WIDTH = 1_060;
  private static final int LABELS = 470;
  private static final int FIGURES = 170;
  private static final int ROW = 19;
  private static final int GAP = 14;
  private static final int MARGIN = 14;
  private static final double DOT = 3.5;

  /** Ends of the axis, and its marks. */
  private static final double[] TICKS = {0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64};

  /** Marks where there is room for them. */
  private static final double[] FINE_TICKS = {0.7, 0.8, 0.9, 1.1, 1.25, 1.5};

  /** Beyond this ratio of its ends an axis has no room for them. */
  private static final double FINE_RANGE = 4;

  /** The colours follow the reader's. */
  private static final String STYLE =
      """
      <style>
        svg { color-scheme: light dark; background: #fff; }
        text { font: 12px system-ui, sans-serif; fill: #1f2328; }
        .head { font-size: 14px; font-weight: 600; }
        .dim { fill: #59636e; }
        line { stroke: #d1d9e0; }
        .one { stroke: #59636e; stroke-width: 1.5; }
        .bar { stroke: #0969da; stroke-width: 2; }
        circle { fill: #0969da; }
        @media (prefers-color-scheme: dark) {
          svg { background: #0d1117; }
          text { fill: #e6edf3; }
          .dim { fill: #9198a1; }
          line { stroke: #30363d; }
          .one { stroke: #9198a1; }
          .bar { stroke: #4493f8; }
          circle { fill: #4493f8; }
        }
      </style>
      """;

  /** One dot and its interval. */
  record Row(String label, double ratio, double low, double high) {}

  /** What is measured alike. */
  record Group(String title, List<Row> rows) {}

  private final StringBuilder body = new StringBuilder();
  private final double least;
  private final double most;
  private int y = MARGIN;

  private RatioPlot(double least, double most) {
    this.least = least;
    this.most = most;
  }

  /**
   * The plot of at least one row.
   *
   * @param base what the ratios are to
   */
  static String of(String headline, String base, List<Group> groups) {
    double least = 1;
    double most = 1;
    for (final Group group : groups) {
      for (final Row row : group.rows()) {
        least = Math.min(least, row.low());
        most = Math.max(most, row.high());
      }
    }
    final RatioPlot plot = new RatioPlot(below(least), above(most));
    plot.text(MARGIN, "head", "start", "Ratio to " + base + ": median and interval");
    plot.nextRow();
    plot.text(MARGIN, "dim", "start", headline);
    plot.nextRow();
    groups.forEach(plot::group);
    return plot.whole();
  }

  private static double below(double ratio) {
    double found = TICKS[0];
    for (final double tick : TICKS) {
      found = tick <= ratio ? tick : found;
    }
    return found;
  }

  private static double above(double ratio) {
    for (final double tick : TICKS) {
      if (tick >= ratio) {
        return tick;
      }
    }
    return TICKS[TICKS.length - 1];
  }

  private void group(Group group) {
    y += GAP;
    text(MARGIN, "head", "start", group.title());
    nextRow();
    final int top = y - ROW / 2;
    final int bottom = top + ROW * group.rows().size();
    marks(TICKS, top, bottom);
    if (most / least <= FINE_RANGE) {
      marks(FINE_TICKS, top, bottom);
    }
    for (final Row row : group.rows()) {
      row(row);
    }
    y += GAP;
  }

  private void marks(double[] ticks, int top, int bottom) {
    for (final double tick : ticks) {
      if (tick >= least && tick <= most) {
        line(tick == 1 ? "one" : "", x(tick), top, x(tick), bottom);
        body.append(
            String.format(
                Locale.ROOT,
                "<text class='dim' text-anchor='middle' x='%.1f' y='%d'>%s</text>%n",
                x(tick),
                bottom + GAP,
                tick == Math.rint(tick) ? Integer.toString((int) tick) : Double.toString(tick)));
      }
    }
  }

  private void row(Row row) {
    text(LABELS - MARGIN, "", "end", row.label());
    final double middle = y - DOT;
    line("bar", x(row.low()), middle, x(row.high()), middle);
    body.append(
        String.format(
            Locale.ROOT, "<circle r='%.1f' cx='%.1f' cy='%.1f'/>%n", DOT, x(row.ratio()), middle));
    text(
        WIDTH - MARGIN,
        "dim",
        "end",
        String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", row.ratio(), row.low(), row.high()));
    nextRow();
  }

  /** What lies beyond the axis is drawn at its end; the figures beside it are whole. */
  private double x(double ratio) {
    final double inside = Math.max(least, Math.min(most, ratio));
    final double share = Math.log(inside / least) / Math.log(most / least);
    return LABELS + share * (WIDTH - LABELS - FIGURES);
  }

  private void line(String style, double fromX, double fromY, double toX, double toY) {
    body.append(
        String.format(
            Locale.ROOT,
            "<line class='%s' x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f'/>%n",
            style,
            fromX,
            fromY,
            toX,
            toY));
  }

  private void text(int x, String style, String anchor, String text) {
    final String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    body.append(
        String.format(
            Locale.ROOT,
            "<text class='%s' text-anchor='%s' x='%d' y='%d'>%s</text>%n",
            style,
            anchor,
            x,
            y,
            escaped));
  }

  private void nextRow() {
    y += ROW;
  }

  private String whole() {
    return String.format(
        Locale.ROOT,
        "<svg xmlns='http://www.w3.org/2000/svg' role='img' aria-label='ratios'"
            + " width='%d' height='%d' viewBox='0 0 %d %d'>%n%s%s</svg>%n",
        WIDTH,
        y + MARGIN,
        WIDTH,
        y + MARGIN,
        STYLE,
        body);
  }
}
