package io.mapscope.otel;

import io.mapscope.metrics.MetricAttribute;
import io.mapscope.metrics.MetricFeed;
import io.mapscope.otel.sink.FindingNews;
import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.TraceRef;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Findings as log records that are events: a fixed name, the data in attributes, the title as the
 * message to show.
 */
final class FindingLog {

  /** The event's name; of low cardinality, so without rule or map. */
  static final String EVENT = "mapscope.finding";

  private static final AttributeKey<String> ID = AttributeKey.stringKey("mapscope.finding.id");
  private static final AttributeKey<String> STATE =
      AttributeKey.stringKey("mapscope.finding.state");
  private static final AttributeKey<String> EXPLANATION =
      AttributeKey.stringKey("mapscope.finding.explanation");
  private static final AttributeKey<Double> CONFIDENCE =
      AttributeKey.doubleKey("mapscope.finding.confidence");
  private static final AttributeKey<String> REPLACEMENT_KIND =
      AttributeKey.stringKey("mapscope.finding.replacement.kind");
  private static final AttributeKey<String> REPLACEMENT_TYPE =
      AttributeKey.stringKey("mapscope.finding.replacement.type");
  private static final AttributeKey<String> MAP_ID = AttributeKey.stringKey("mapscope.map.id");

  private final Logger logger;

  FindingLog(Logger logger) {
    this.logger = logger;
  }

  void tell(FindingNews news) {
    Finding finding = news.finding();
    LogRecordBuilder event =
        logger
            .logRecordBuilder()
            .setTimestamp(news.at())
            .setEventName(EVENT)
            .setSeverity(severity(news))
            .setSeverityText(finding.severity().jsonName())
            .setBody(finding.title())
            .setAttribute(ID, finding.id())
            .setAttribute(STATE, news.state())
            .setAttribute(PointAttributes.key(MetricAttribute.RULE), finding.rule())
            .setAttribute(
                PointAttributes.key(MetricAttribute.SEVERITY), finding.severity().jsonName())
            .setAttribute(EXPLANATION, finding.explanation())
            .setAttribute(CONFIDENCE, finding.confidence())
            .setAttribute(REPLACEMENT_KIND, finding.replacement().kind())
            .setAttribute(MAP_ID, finding.map());
    addReplacement(event, finding);
    addMap(event, news.map());
    addTrace(event, news.trace());
    event.emit();
  }

  /** A finding that went away alarms nobody. */
  private static Severity severity(FindingNews news) {
    if (news.state().equals(FindingNews.WITHDRAWN)) {
      return Severity.INFO;
    }
    return switch (news.finding().severity()) {
      case INFO -> Severity.INFO;
      case WARNING -> Severity.WARN;
      case ERROR -> Severity.ERROR;
    };
  }

  private static void addReplacement(LogRecordBuilder event, Finding finding) {
    String type = finding.replacement().type();
    if (type != null) {
      event.setAttribute(REPLACEMENT_TYPE, type);
    }
  }

  private static void addMap(LogRecordBuilder event, @Nullable MapProfile map) {
    if (map != null) {
      MetricFeed.attributesOf(map)
          .forEach((attribute, value) -> event.setAttribute(PointAttributes.key(attribute), value));
    }
  }

  private static void addTrace(LogRecordBuilder event, @Nullable TraceRef trace) {
    if (trace != null) {
      SpanContext span =
          SpanContext.create(
              trace.traceId(), trace.spanId(), TraceFlags.getDefault(), TraceState.getDefault());
      event.setContext(Context.root().with(Span.wrap(span)));
    }
  }
}
