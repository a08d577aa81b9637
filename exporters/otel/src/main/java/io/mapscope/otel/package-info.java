/**
 * The metric catalogue and the advisor's findings, bound to OpenTelemetry by its API alone: whoever
 * has an {@code OpenTelemetry} (the agent's own SDK, the OpenTelemetry Java agent, an application)
 * makes an {@link io.mapscope.otel.OpenTelemetrySink} of it. Points come in, instruments and log
 * records go out; names come from {@code io.mapscope.metrics}. No thread, no setting, no SDK here.
 */
package io.mapscope.otel;
