package io.mapscope.micrometer;

import io.mapscope.micrometer.Figure.Series;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The figures of at most a second ago, read once for all the meters of a scrape. */
final class LatestFigures {
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final FigureSource source;
  private final LongSupplier clockNanos;
  private Map<Series, Figure> figures = Map.of();
  private boolean everRead;
  private boolean present;
  private long readNanos;

  LatestFigures(FigureSource source, LongSupplier clockNanos) {
    this.source = source;
    this.clockNanos = clockNanos;
  }

  /** The figure of {@code series}, or null when there is none any more. */
  synchronized @Nullable Figure of(Series series) {
    freshen();
    return figures.get(series);
  }

  synchronized Collection<Figure> all() {
    freshen();
    return List.copyOf(figures.values());
  }

  /** Whether there was an agent when figures were read last. */
  synchronized boolean isAgentPresent() {
    return present;
  }

  private void freshen() {
    if (everRead && clockNanos.getAsLong() - readNanos < FRESH_NANOS) {
      return;
    }
    List<Figure> read = source.read();
    present = read != null;
    Map<Series, Figure> fresh = new LinkedHashMap<>();
    for (Figure figure : read == null ? List.<Figure>of() : read) {
      fresh.put(figure.series(), figure);
    }
    figures = fresh;
    readNanos = clockNanos.getAsLong();
    everRead = true;
  }
}
