package io.mapscope.profile;

/**
 * A place in a trace of the application's, as OpenTelemetry names it.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 */
public record TraceRef(String traceId, String spanId) {

  private static final int TRACE_DIGITS = 32;

  /** The place that {@code ids} names: the trace's id with the span's behind it. */
  public static TraceRef of(String ids) {
    return new TraceRef(ids.substring(0, TRACE_DIGITS), ids.substring(TRACE_DIGITS));
  }
}
