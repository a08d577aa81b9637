package io.mapscope.otel.sink;

import io.mapscope.metrics.MetricPoints;

/** Where metric points and news of findings go; called by one thread of the agent's. */
public interface TelemetrySink extends AutoCloseable {

  /** The points of now; those of {@code points.all()} replace all that were there before. */
  void publish(MetricPoints points);

  /** Hands on that a finding has come to another state. */
  void tell(FindingNews news);

  /** Ends the instruments; nothing is measured after it. */
  @Override
  void close();
}
