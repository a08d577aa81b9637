package io.mapscope.micrometer;

import io.mapscope.micrometer.Figure.Kind;
import io.mapscope.micrometer.Figure.Series;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The histograms in one registry that is no composite: count and sum alone, because Micrometer has
 * no meter that takes counted buckets from elsewhere. {@link PrometheusHistograms} has the buckets.
 */
class Histograms implements AutoCloseable {
  private final MeterRegistry registry;
  private final LatestFigures figures;
  private final Map<Series, Held> meters = new LinkedHashMap<>();

  Histograms(MeterRegistry registry, LatestFigures figures) {
    this.registry = registry;
    this.figures = figures;
  }

  /** Those of {@code registry}, with buckets where it can show them. */
  static Histograms of(MeterRegistry registry, LatestFigures figures) {
    try {
      return PrometheusHistograms.fits(registry)
          ? new PrometheusHistograms(registry, figures)
          : new Histograms(registry, figures);
    } catch (NoClassDefFoundError withoutPrometheus) {
      return new Histograms(registry, figures);
    }
  }

  /** Registers what is new and removes what is gone. */
  synchronized void update(Collection<Figure> all) {
    Map<Series, Held> kept = new LinkedHashMap<>();
    for (Figure figure : all) {
      if (figure.kind() == Kind.HISTOGRAM) {
        Held held = meters.remove(figure.series());
        kept.put(figure.series(), held == null ? hold(figure) : held);
      }
    }
    meters.values().forEach(held -> registry.remove(held.meter()));
    meters.clear();
    meters.putAll(kept);
  }

  synchronized List<Held> meters() {
    return List.copyOf(meters.values());
  }

  private Held hold(Figure figure) {
    Cell cell = new Cell(figures, figure.series());
    return new Held(register(figure, cell), cell);
  }

  Meter register(Figure figure, Cell cell) {
    return figure.isDuration()
        ? FunctionTimer.builder(
                figure.series().metric(), cell, Cell::count, Cell::sum, TimeUnit.SECONDS)
            .tags(figure.series().tags())
            .description(figure.description())
            .register(registry)
        : Meter.builder(
                figure.series().metric(),
                Meter.Type.DISTRIBUTION_SUMMARY,
                List.of(
                    new Measurement(() -> (double) cell.count(), Statistic.COUNT),
                    new Measurement(cell::sum, Statistic.TOTAL)))
            .tags(figure.series().tags())
            .baseUnit(figure.baseUnit())
            .description(figure.description())
            .register(registry);
  }

  @Override
  public void close() {
    update(List.of());
  }
}
