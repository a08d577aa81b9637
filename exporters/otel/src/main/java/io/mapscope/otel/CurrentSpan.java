package io.mapscope.otel;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells which span is current on the calling thread: its trace id and its span id in one text, or
 * null when there is none.
 *
 * <p>The agent has a class loader define this class beside the application's OpenTelemetry API and
 * calls it from inside the application's map operations. Hence it refers to nothing but that API
 * and the JDK, and the constructor links what the method will run.
 */
public final class CurrentSpan implements Supplier<@Nullable String> {

  /** Links the code; on the agent's own thread. */
  public CurrentSpan() {
    ids(Span.current().getSpanContext());
    ids(SpanContext.getInvalid());
  }

  @Override
  public @Nullable String get() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid() ? ids(span) : null;
  }

  private static String ids(SpanContext span) {
    return span.getTraceId().concat(span.getSpanId());
  }
}
