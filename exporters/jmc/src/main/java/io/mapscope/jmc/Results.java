package io.mapscope.jmc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.rules.TypedCollectionResult;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/**
 * The typed results of our rules. Those about one map are about that of the most important finding;
 * {@link EvidenceResults} has the figures behind it.
 */
final class Results {

  static final TypedResult<String> MAP =
      text("map", "Map", "What the map is called: its field, else its place");
  static final TypedResult<String> MAP_ID =
      text("mapId", "Map Id", "Id of the maps, the field mapId of all Mapscope events about them");
  static final TypedResult<String> MAP_CLASS =
      text("mapClass", "Map Class", "Class of the map as the program names it");
  static final TypedResult<String> FIELD =
      text("field", "Field", "Field that the map is stored in, if one was seen");
  static final TypedResult<String> SITE =
      text("site", "Site", "Frame of the application that the maps come from");
  static final TypedResult<String> GRAVITY =
      text("severity", "Severity", "How serious it is in Mapscope's words: info, warning or error");
  static final TypedResult<String> REPLACEMENT =
      text("replacement", "Replacement", "Class or kind of change that is advised");
  static final TypedResult<IQuantity> CONFIDENCE =
      new TypedResult<>(
          "mapscope.confidence",
          "Confidence",
          "How sure the finding is, from the statistics of what was measured",
          UnitLookup.PERCENTAGE,
          IQuantity.class);
  static final TypedCollectionResult<String> MAPS =
      texts("maps", "Maps", "All maps that the rule found something about, the gravest first");
  static final TypedCollectionResult<String> FINDINGS =
      texts("findings", "Findings", "Ids of the findings, as in Mapscope's reports and events");
  static final TypedCollectionResult<String> EVIDENCE =
      texts("evidence", "Evidence", "The figures and frames behind the finding, one a line");
  static final TypedCollectionResult<String> SNIPPET =
      texts("snippet", "Snippet", "Java source that shows the change, one line a line");
  static final TypedCollectionResult<String> CAVEATS =
      texts("caveats", "Caveats", "What to look at before the change, one a line");
  static final TypedCollectionResult<String> OTHERS =
      texts("others", "Other Maps", "What was measured at the other maps, one a line");
  static final TypedResult<IQuantity> MONITOR_WAITS =
      new TypedResult<>(
          "mapscope.monitorWaits",
          "Waits for Monitors",
          "What jdk.JavaMonitorEnter events show that threads waited, for all monitors together",
          UnitLookup.TIMESPAN,
          IQuantity.class);
  static final TypedResult<String> MONITOR_CLASS =
      text("monitorClass", "Monitor Class", "Class of the monitors that guard the map's entries");

  /** All of them. */
  static final Collection<TypedResult<?>> ALL = all();

  private Results() {}

  private static Collection<TypedResult<?>> all() {
    List<TypedResult<?>> all = new ArrayList<>();
    all.add(TypedResult.SCORE);
    all.addAll(List.of(MAP, MAP_ID, MAP_CLASS, FIELD, SITE, GRAVITY, REPLACEMENT, CONFIDENCE));
    all.addAll(List.of(MAPS, FINDINGS, EVIDENCE, SNIPPET, CAVEATS, OTHERS));
    all.addAll(List.of(MONITOR_WAITS, MONITOR_CLASS));
    all.addAll(EvidenceResults.all());
    return List.copyOf(all);
  }

  private static TypedResult<String> text(String id, String name, String description) {
    return new TypedResult<>(
        "mapscope." + id, name, description, UnitLookup.PLAIN_TEXT, String.class);
  }

  private static TypedCollectionResult<String> texts(String id, String name, String description) {
    return new TypedCollectionResult<>(
        "mapscope." + id, name, description, UnitLookup.PLAIN_TEXT, String.class);
  }

  /** Where the texts of a result call for {@code result}: JMC makes a list of a collection. */
  static String placeholder(TypedResult<?> result) {
    return "{" + result.getIdentifier() + "}";
  }
}
