package io.mapscope.jfr;

import io.mapscope.profile.Allocation;
import io.mapscope.profile.Contention;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.text.Names;
import java.util.function.ToLongFunction;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Frequency;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Percentage;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/**
 * Event: the most telling figures of a {@link MapStatistics}, few enough for a table as wide as a
 * screen; {@code jfr view} shows all fields of a type beside each other, however many there are.
 *
 * <p>Written with each MapStatistics, unless switched off; nobody reads it back.
 */
@Name(MapOverview.NAME)
@Label("Map Overview")
@Description("The most telling figures of the maps of one class from one allocation site")
@Category("Mapscope")
@StackTrace(false)
final class MapOverview extends Event {

  static final String NAME = "mapscope.MapOverview";

  @Label("Field")
  @Description("Field that the map is stored in, else its place, without packages")
  @Nullable String place;

  @Label("Map Class")
  @Description("Class of the map and of what it wraps, without packages")
  @Nullable String mapClass;

  @Label("Operation Rate")
  @Description("All operations per second of the time observed, rounded to whole ones")
  @Frequency
  double operationRate;

  @Label("Read Ratio")
  @Description("Reads / (reads + writes); lookups, size, traversals and ordered are reads")
  @Percentage
  double readRatio;

  @Label("Entries")
  @Description("Entries in the live maps together")
  long entries;

  @Label("Readers")
  @Description("Threads seen reading")
  int readers;

  @Label("Writers")
  @Description("Threads seen writing")
  int writers;

  @Label("Blocked Time")
  @Description("Time that threads waited for the maps and for the locks around them")
  @Timespan(Timespan.NANOSECONDS)
  long blockedTime;

  @Label("Allocated")
  @Description("Nodes and tables allocated, by a model of object sizes")
  @DataAmount
  long allocated;

  @MapId
  @Label("Map")
  @Description("Id of these maps, the same for the same class and site in every run")
  @Nullable String mapId;

  /** Writes what {@code map} was over {@code observedSeconds}, if a recording wants it. */
  static void write(MapProfile map, double observedSeconds) {
    MapOverview event = new MapOverview();
    if (event.isEnabled()) {
      event.fill(map, observedSeconds);
      event.commit();
    }
  }

  private void fill(MapProfile map, double observedSeconds) {
    place = Names.map(map);
    mapClass = Names.mapClass(map);
    operationRate =
        observedSeconds == 0 ? 0 : Math.rint(map.operations().total() / observedSeconds);
    readRatio = map.operations().readRatio();
    entries = map.entries();
    readers = map.threads().readers();
    writers = map.threads().writers();
    blockedTime = known(map.facts().contention(), Contention::nanos);
    allocated = known(map.facts().allocation(), Allocation::bytes);
    mapId = map.id();
  }

  private static <T> long known(@Nullable T section, ToLongFunction<T> figure) {
    return section == null
        ? MapFactsMapping.NOT_AVAILABLE
        : MapFactsMapping.known(figure.applyAsLong(section));
  }
}
