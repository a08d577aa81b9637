package io.mapscope.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Percentage;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/**
 * Event: the advisor's conclusion about a map. {@link FindingEvents} says when it is written and
 * fills it; {@code finding} holds all of it as JSON, all other fields are derived.
 */
@Name(FindingEvent.NAME)
@Label("Finding")
@Description("What the advisor concluded about a map, and what to do about it")
@Category("Mapscope")
@StackTrace(false)
final class FindingEvent extends Event {

  static final String NAME = "mapscope.Finding";

  @Label("Severity")
  @Description("How serious it is: info, warning or error")
  @Nullable String severity;

  @Label("Rule")
  @Description("Id of the rule that found it")
  @Nullable String rule;

  @Label("Title")
  @Description("What is the matter, in a few words")
  @Nullable String title;

  @Label("Explanation")
  @Description("What was measured, in one sentence")
  @Nullable String explanation;

  @Label("State")
  @Description("Why it is told now: appeared, worsened, open (it still stands) or withdrawn")
  @Nullable String state;

  @Label("Map Class")
  @Description("Class of the map as the program names it")
  @Nullable String mapClass;

  @Label("Field")
  @Description("Field that the map is stored in, if one was seen")
  @Nullable String field;

  @Label("Site")
  @Description("Frame of the application that the maps come from")
  @Nullable String site;

  @Label("Confidence")
  @Description("How sure it is, from the statistics of what was measured")
  @Percentage
  double confidence;

  @Label("Evidence")
  @Description("The figures behind it as JSON, their units in their names")
  @Nullable String evidence;

  @Label("Replacement Kind")
  @Description("The sort of change that is advised")
  @Nullable String replacementKind;

  @Label("Replacement")
  @Description("Class to use instead, if the class is to change")
  @Nullable String replacement;

  @Label("Snippet")
  @Description("Java source that shows the change, if there is any")
  @Nullable String snippet;

  @Label("Caveats")
  @Description("What to look at before the change, one a line")
  @Nullable String caveats;

  @Label("Finding Id")
  @Description("Id of the finding, the same for the same rule and site in every run")
  @Nullable String findingId;

  @MapId
  @Label("Map")
  @Description("Id of these maps, the same for the same class and site in every run")
  @Nullable String mapId;

  @Label("Trace Id")
  @Description("OpenTelemetry trace in which the maps were last caught, if one was seen")
  @Nullable String traceId;

  @Label("Span Id")
  @Description("Span of that trace in which they were caught")
  @Nullable String spanId;

  @Label("Finding")
  @Description("All of it, as in the report's JSON")
  @Nullable String finding;

  @Label("Run")
  @Description("Id of the agent's run that wrote the event")
  @Nullable String run;
}
