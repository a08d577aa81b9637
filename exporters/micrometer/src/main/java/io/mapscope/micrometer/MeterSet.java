package io.mapscope.micrometer;

import io.mapscope.micrometer.Figure.Kind;
import io.mapscope.micrometer.Figure.Series;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The meters of one registry: a counter or gauge for each series, and the histograms, in the
 * registries behind a composite one by one.
 *
 * <p>Their number is bounded by the source. Values are read when the registry is, once a second for
 * all; which series there are changes at {@link #update} alone. No thread of its own; any thread.
 */
public final class MeterSet implements AutoCloseable {
  private final MeterRegistry registry;
  private final LatestFigures figures;
  private final Map<Series, Held> meters = new LinkedHashMap<>();
  private final Map<MeterRegistry, Histograms> histograms = new IdentityHashMap<>();

  /** Meters in {@code registry}, none before the first {@link #update}. */
  public MeterSet(MeterRegistry registry, FigureSource source) {
    this(registry, source, System::nanoTime);
  }

  MeterSet(MeterRegistry registry, FigureSource source, LongSupplier clockNanos) {
    this.registry = registry;
    this.figures = new LatestFigures(source, clockNanos);
  }

  /** Registers what is new and removes what is gone; returns whether there is an agent. */
  public synchronized boolean update() {
    Collection<Figure> all = figures.all();
    update(all);
    Set<MeterRegistry> leaves = new LinkedHashSet<>();
    addLeaves(registry, leaves);
    for (MeterRegistry leaf : leaves) {
      histograms.computeIfAbsent(leaf, l -> Histograms.of(l, figures)).update(all);
    }
    histograms.keySet().removeIf(leaf -> !leaves.contains(leaf));
    return figures.isAgentPresent();
  }

  private void update(Collection<Figure> all) {
    Map<Series, Held> kept = new LinkedHashMap<>();
    for (Figure figure : all) {
      if (figure.kind() != Kind.HISTOGRAM) {
        Held held = meters.remove(figure.series());
        kept.put(figure.series(), held == null ? hold(figure) : held);
      }
    }
    meters.values().forEach(held -> registry.remove(held.meter()));
    meters.clear();
    meters.putAll(kept);
  }

  private Held hold(Figure figure) {
    Cell cell = new Cell(figures, figure.series());
    return new Held(register(figure, cell), cell);
  }

  private Meter register(Figure figure, Cell cell) {
    return figure.kind() == Kind.COUNTER
        ? FunctionCounter.builder(figure.series().metric(), cell, Cell::value)
            .tags(figure.series().tags())
            .baseUnit(figure.baseUnit())
            .description(figure.description())
            .register(registry)
        : Gauge.builder(figure.series().metric(), cell, Cell::value)
            .strongReference(true)
            .tags(figure.series().tags())
            .baseUnit(figure.baseUnit())
            .description(figure.description())
            .register(registry);
  }

  private static void addLeaves(MeterRegistry registry, Set<MeterRegistry> leaves) {
    if (registry instanceof CompositeMeterRegistry composite) {
      composite.getRegistries().forEach(inner -> addLeaves(inner, leaves));
    } else {
      leaves.add(registry);
    }
  }

  /** Removes all meters. */
  @Override
  public synchronized void close() {
    update(List.of());
    histograms.values().forEach(Histograms::close);
    histograms.clear();
  }
}
