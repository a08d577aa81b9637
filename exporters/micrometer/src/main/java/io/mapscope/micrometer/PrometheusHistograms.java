package io.mapscope.micrometer;

import io.mapscope.micrometer.Figure.Histogram;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.NamingConvention;
import io.micrometer.core.instrument.noop.NoopMeter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The histograms in a Prometheus registry, bucket by bucket as the agent counted them, beside the
 * meters: each has a meter without measurements, so that the registry's filters and common tags
 * apply to it as to any other.
 *
 * <p>Whatever goes wrong here leaves histograms out of the scrape and nothing else.
 */
final class PrometheusHistograms extends Histograms implements MultiCollector {
  private final PrometheusMeterRegistry registry;

  PrometheusHistograms(MeterRegistry registry, LatestFigures figures) {
    super(registry, figures);
    this.registry = (PrometheusMeterRegistry) registry;
    this.registry.getPrometheusRegistry().register(this);
  }

  static boolean fits(MeterRegistry registry) {
    return registry instanceof PrometheusMeterRegistry;
  }

  @Override
  Meter register(Figure figure, Cell cell) {
    return Meter.builder(figure.series().metric(), Meter.Type.OTHER, List.of())
        .tags(figure.series().tags())
        .baseUnit(figure.baseUnit())
        .description(figure.description())
        .register(registry);
  }

  @Override
  public MetricSnapshots collect() {
    try {
      return new MetricSnapshots(
          families().entrySet().stream().map(PrometheusHistograms::snapshot).toList());
    } catch (RuntimeException withoutHistograms) {
      return new MetricSnapshots();
    }
  }

  /** The points of each family by their labels: a filter may have made two series one. */
  private Map<MetricMetadata, Map<Labels, HistogramDataPointSnapshot>> families() {
    Map<String, MetricMetadata> names = new LinkedHashMap<>();
    Map<MetricMetadata, Map<Labels, HistogramDataPointSnapshot>> families = new LinkedHashMap<>();
    for (Held held : meters()) {
      Histogram histogram = held.cell().histogram();
      Meter meter = held.meter();
      if (histogram != null && !(meter instanceof NoopMeter)) {
        MetricMetadata name =
            names.computeIfAbsent(name(meter.getId()), n -> metadata(n, meter.getId()));
        Labels labels = labels(meter.getId());
        families
            .computeIfAbsent(name, n -> new LinkedHashMap<>())
            .putIfAbsent(labels, point(histogram, labels));
      }
    }
    return families;
  }

  private static MetricSnapshot snapshot(
      Map.Entry<MetricMetadata, Map<Labels, HistogramDataPointSnapshot>> family) {
    return new HistogramSnapshot(family.getKey(), family.getValue().values());
  }

  private static MetricMetadata metadata(String name, Meter.Id id) {
    String help = id.getDescription();
    return new MetricMetadata(name, help == null ? "" : help);
  }

  private String name(Meter.Id id) {
    return convention().name(id.getName(), Meter.Type.DISTRIBUTION_SUMMARY, id.getBaseUnit());
  }

  private Labels labels(Meter.Id id) {
    Labels.Builder labels = Labels.builder();
    for (Tag tag : id.getTags()) {
      labels.label(convention().tagKey(tag.getKey()), convention().tagValue(tag.getValue()));
    }
    return labels.build();
  }

  private NamingConvention convention() {
    return registry.config().namingConvention();
  }

  private static HistogramDataPointSnapshot point(Histogram histogram, Labels labels) {
    ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
    for (int i = 0; i < histogram.counts().size(); i++) {
      buckets.bucket(bound(histogram, i), histogram.counts().get(i));
    }
    return HistogramSnapshot.HistogramDataPointSnapshot.builder()
        .classicHistogramBuckets(buckets.build())
        .sum(histogram.sum())
        .labels(labels)
        .build();
  }

  private static double bound(Histogram histogram, int bucket) {
    return bucket < histogram.bounds().size()
        ? histogram.bounds().get(bucket)
        : Double.POSITIVE_INFINITY;
  }

  @Override
  public void close() {
    super.close();
    registry.getPrometheusRegistry().unregister(this);
  }
}
