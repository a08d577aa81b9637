package io.mapscope.jfr;

import io.mapscope.profile.TraceRef;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.SettingDefinition;
import org.jspecify.annotations.Nullable;

/**
 * An event about one rare fact, committed on the thread that met it and so with the application's
 * own stack. What all of them have: the map they are about, the trace that the thread was in, and a
 * limit of their rate.
 *
 * <p>Flight Recorder 17 takes every method here with one parameter that returns a boolean and is
 * not private for a setting: there may be no other beside {@link #throttle}.
 */
@Category("Mapscope")
abstract class RareEvent extends Event {

  @Label("Map Class")
  @Description("Class of the map as the program names it")
  @Nullable String mapClass;

  @Label("Field")
  @Description("Field that the map is stored in, if one was seen")
  @Nullable String field;

  @Label("Site")
  @Description("Frame of the application that the maps come from")
  @Nullable String site;

  @MapId
  @Label("Map")
  @Description("Id of these maps, the same for the same class and site in every run")
  @Nullable String mapId;

  @Label("Trace Id")
  @Description("OpenTelemetry trace that the thread was in, if one was seen")
  @Nullable String traceId;

  @Label("Span Id")
  @Description("Span of that trace that the thread was in")
  @Nullable String spanId;

  final void about(MapRef map, @Nullable TraceRef trace) {
    mapClass = map.mapClass();
    field = map.field();
    site = map.site();
    mapId = map.mapId();
    if (trace != null) {
      traceId = trace.traceId();
      spanId = trace.spanId();
    }
  }

  /** Asked by Flight Recorder when the event is committed; false drops it. */
  @SettingDefinition
  @Name("throttle")
  @Label("Throttle")
  @Description("Most events of this type that are recorded in a time, 100/s for example, or off")
  boolean throttle(RateLimit limit) {
    return limit.admit();
  }
}
