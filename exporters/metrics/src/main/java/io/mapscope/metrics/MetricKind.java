package io.mapscope.metrics;

/** How a metric's values behave in time; the names are OpenTelemetry's. */
public enum MetricKind {
  /** A sum since the agent began, which never goes down. */
  COUNTER,
  /** A quantity of the moment that may be added over sites and JVMs. */
  UP_DOWN_COUNTER,
  /** A figure of the moment that adds up to nothing. */
  GAUGE,
  /** Counts per bucket and a sum since the agent began, none of which goes down. */
  HISTOGRAM
}
