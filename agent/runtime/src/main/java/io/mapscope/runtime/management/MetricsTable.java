package io.mapscope.runtime.management;

import static io.mapscope.runtime.management.Column.count;
import static io.mapscope.runtime.management.Column.ratio;
import static io.mapscope.runtime.management.Column.text;
import static io.mapscope.runtime.management.Column.texts;

import io.mapscope.metrics.MetricPoint;
import io.mapscope.metrics.MetricPoint.Histogram;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The metric points as an open table, with all that a reader needs to make metrics of them: the
 * library in exporters/micrometer knows no catalogue but this.
 */
final class MetricsTable {
  static final OpenTable<MetricPoint> TABLE =
      new OpenTable<>(
          "MetricPoint",
          "One value of one metric",
          List.of("series"),
          List.of(
              text(
                  "series", "Metric and attributes, which tell points apart", MetricsTable::series),
              text("metric", "Name of the metric", point -> point.metric().metricName()),
              text(
                  "kind",
                  "counter, up_down_counter, gauge or histogram",
                  point -> point.metric().kind().name().toLowerCase(Locale.ROOT)),
              text("unit", "Unit in UCUM: s, By, 1, {operation}", point -> point.metric().unit()),
              text("description", "What is measured", point -> point.metric().description()),
              texts("attributes", "Each as name=value", MetricsTable::attributes),
              ratio(
                  "value",
                  "Value of a counter or gauge; null for a histogram",
                  point -> point.value() instanceof Histogram ? null : point.number()),
              new Column<>(
                  "bounds",
                  "Upper bounds of a histogram's buckets, in its unit",
                  OpenTypes.DOUBLES,
                  point -> point.metric().bounds().stream().mapToDouble(d -> d).toArray()),
              new Column<>(
                  "bucketCounts",
                  "Values per bucket, not added up; one more than there are bounds",
                  OpenTypes.LONGS,
                  MetricsTable::bucketCounts),
              count(
                  "count",
                  "All values of a histogram together",
                  point -> point.value() instanceof Histogram all ? (Long) all.count() : null),
              ratio(
                  "sum",
                  "Sum of the values of a histogram, in its unit",
                  point -> point.value() instanceof Histogram all ? (Double) all.sum() : null)));

  private MetricsTable() {}

  private static String series(MetricPoint point) {
    return point.metric().metricName() + "{" + String.join(",", attributes(point)) + "}";
  }

  private static String[] attributes(MetricPoint point) {
    return point.metric().attributes().stream()
        .map(attribute -> attribute.key() + "=" + point.attributes().get(attribute))
        .toArray(String[]::new);
  }

  private static long @Nullable [] bucketCounts(MetricPoint point) {
    return point.value() instanceof Histogram all
        ? all.counts().stream().mapToLong(c -> c).toArray()
        : null;
  }
}
