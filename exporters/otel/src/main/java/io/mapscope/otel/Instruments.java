package io.mapscope.otel;

import io.mapscope.metrics.Metric;
import io.mapscope.metrics.MetricKind;
import io.mapscope.metrics.MetricPoints;
import io.opentelemetry.api.metrics.DoubleGaugeBuilder;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongCounterBuilder;
import io.opentelemetry.api.metrics.LongUpDownCounterBuilder;
import io.opentelemetry.api.metrics.Meter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An instrument for every metric of the catalogue, fed with points; used by one thread. */
final class Instruments implements AutoCloseable {

  private final ObservedPoints observed = new ObservedPoints();
  private final Map<Metric, ReplayedHistogram> histograms = new EnumMap<>(Metric.class);
  private final List<AutoCloseable> instruments = new ArrayList<>();

  /** Registers all instruments with {@code meter}. */
  Instruments(Meter meter) {
    for (Metric metric : Metric.values()) {
      if (metric.kind() == MetricKind.HISTOGRAM) {
        histograms.put(metric, histogram(meter, metric));
      } else {
        instruments.add(observed(meter, metric));
      }
    }
  }

  void publish(MetricPoints points) {
    observed.set(points);
    histograms.forEach((metric, histogram) -> histogram.replay(points.of(metric)));
  }

  private AutoCloseable observed(Meter meter, Metric metric) {
    return switch (metric.kind()) {
      case COUNTER -> counter(meter, metric);
      case UP_DOWN_COUNTER -> upDownCounter(meter, metric);
      case GAUGE -> gauge(meter, metric);
      case HISTOGRAM -> throw new IllegalArgumentException(metric + " is recorded, not observed");
    };
  }

  private AutoCloseable counter(Meter meter, Metric metric) {
    LongCounterBuilder builder =
        meter
            .counterBuilder(metric.metricName())
            .setUnit(metric.unit())
            .setDescription(metric.description());
    return metric.isReal()
        ? builder.ofDoubles().buildWithCallback(out -> observed.observe(metric, out))
        : builder.buildWithCallback(out -> observed.observe(metric, out));
  }

  private AutoCloseable upDownCounter(Meter meter, Metric metric) {
    LongUpDownCounterBuilder builder =
        meter
            .upDownCounterBuilder(metric.metricName())
            .setUnit(metric.unit())
            .setDescription(metric.description());
    return builder.buildWithCallback(out -> observed.observe(metric, out));
  }

  private AutoCloseable gauge(Meter meter, Metric metric) {
    DoubleGaugeBuilder builder =
        meter
            .gaugeBuilder(metric.metricName())
            .setUnit(metric.unit())
            .setDescription(metric.description());
    return metric.isReal()
        ? builder.buildWithCallback(out -> observed.observe(metric, out))
        : builder.ofLongs().buildWithCallback(out -> observed.observe(metric, out));
  }

  private static ReplayedHistogram histogram(Meter meter, Metric metric) {
    DoubleHistogramBuilder builder =
        meter
            .histogramBuilder(metric.metricName())
            .setUnit(metric.unit())
            .setDescription(metric.description())
            .setExplicitBucketBoundariesAdvice(metric.bounds());
    return new ReplayedHistogram(metric.bounds(), builder.build());
  }

  /** Readers find nothing any more. */
  @Override
  public void close() {
    observed.clear();
    for (AutoCloseable instrument : instruments) {
      try {
        instrument.close();
      } catch (Exception unspecified) {
        throw new IllegalStateException("an instrument cannot be closed", unspecified);
      }
    }
  }
}
