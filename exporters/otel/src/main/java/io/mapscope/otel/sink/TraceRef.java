package io.mapscope.otel.sink;

/**
 * A place in a trace of the application's.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 */
public record TraceRef(String traceId, String spanId) {}
