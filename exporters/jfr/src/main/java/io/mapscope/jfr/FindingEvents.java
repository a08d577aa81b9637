package io.mapscope.jfr;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.TraceRef;
import io.mapscope.profile.json.FactsJson;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes findings as events: when they appear, worsen and are withdrawn, and all that stand at the
 * begin and end of each chunk and at the end of the JVM, so that every recording holds them,
 * whenever it was started.
 *
 * <p>A reader of reports does not need them: it has the advisor judge the figures it has read.
 */
final class FindingEvents {

  /** Where in the application's traces the maps of an id were last caught, or null. */
  private final Function<String, @Nullable TraceRef> traces;

  FindingEvents(Function<String, @Nullable TraceRef> traces) {
    this.traces = traces;
  }

  /** Writes each of {@code report}'s findings as standing. */
  void writeOpen(Report report, String run) {
    if (report.findings().isEmpty()) {
      return;
    }
    Map<String, MapProfile> maps = new HashMap<>();
    report.maps().forEach(map -> maps.put(map.id(), map));
    for (Finding finding : report.findings()) {
      write(FindingState.OPEN, finding, maps.get(finding.map()), run);
    }
  }

  /** Writes one, if a recording wants it; {@code map} is null when it is not at hand. */
  void write(FindingState state, Finding finding, @Nullable MapProfile map, String run) {
    FindingEvent event = new FindingEvent();
    if (event.isEnabled()) {
      fill(event, finding, map);
      event.state = state.eventName();
      event.run = run;
      event.commit();
    }
  }

  private void fill(FindingEvent event, Finding finding, @Nullable MapProfile map) {
    event.severity = finding.severity().jsonName();
    event.rule = finding.rule();
    event.title = finding.title();
    event.explanation = finding.explanation();
    event.confidence = finding.confidence();
    event.evidence = FactsJson.toJson(finding.evidence());
    event.replacementKind = finding.replacement().kind();
    event.replacement = finding.replacement().type();
    event.snippet = finding.replacement().snippet();
    event.caveats = Lines.join(finding.caveats(), '\n');
    event.findingId = finding.id();
    event.mapId = finding.map();
    event.finding = Texts.fill(FactsJson.toJson(finding));
    TraceRef trace = traces.apply(finding.map());
    if (trace != null) {
      event.traceId = trace.traceId();
      event.spanId = trace.spanId();
    }
    if (map != null) {
      event.mapClass = map.mapClass();
      event.field = map.site().field();
      event.site = map.site().frame();
    }
  }
}
