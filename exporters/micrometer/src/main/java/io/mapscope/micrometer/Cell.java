package io.mapscope.micrometer;

import io.mapscope.micrometer.Figure.Histogram;
import io.mapscope.micrometer.Figure.Series;
import org.jspecify.annotations.Nullable;

/** What a meter reads its value from. */
record Cell(LatestFigures figures, Series series) {
  /** NaN when the series is gone. */
  double value() {
    Figure figure = figures.of(series);
    return figure == null ? Double.NaN : figure.value();
  }

  long count() {
    Histogram histogram = histogram();
    return histogram == null ? 0 : histogram.count();
  }

  double sum() {
    Histogram histogram = histogram();
    return histogram == null ? 0 : histogram.sum();
  }

  @Nullable Histogram histogram() {
    Figure figure = figures.of(series);
    return figure == null ? null : figure.histogram();
  }
}
