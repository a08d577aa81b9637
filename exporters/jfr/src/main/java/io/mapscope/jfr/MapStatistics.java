package io.mapscope.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Frequency;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Percentage;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/**
 * Event: what is known about the maps of one class and site, all figures since the agent began to
 * track them.
 *
 * <p>One row per site is written every period, as part of a set that one {@link AgentStatistics}
 * completes. {@link MapStatisticsMapping} fills and reads it. Counts are plain {@code long} because
 * JFR knows no content type for counts; figures to be charted have one.
 */
@Name(MapStatistics.NAME)
@Label("Map Statistics")
@Description("All that is known about the maps of one class from one allocation site")
@Category("Mapscope")
@StackTrace(false)
@Period("10 s")
final class MapStatistics extends MapFactsFields {

  static final String NAME = "mapscope.MapStatistics";

  @Label("Field")
  @Description("Field that the map is stored in, if one was seen")
  @Nullable String field;

  @Label("Map Class")
  @Description("Class of the map as the program names it")
  @Nullable String mapClass;

  @Label("Wraps")
  @Description("Class of the map inside, when the map class is a wrapper")
  @Nullable String wraps;

  @Label("Site")
  @Description("Frame of the application that the maps come from")
  @Nullable String site;

  @Label("Operations")
  @Description("All operations together")
  long operations;

  @Label("Operation Rate")
  @Description("All operations together, per second of the time the agent has observed")
  @Frequency
  double operationRate;

  @Label("Read Ratio")
  @Description("Reads / (reads + writes); lookups, size, traversals and ordered are reads")
  @Percentage
  double readRatio;

  @Label("Get Hits")
  @Description("get, getOrDefault and containsKey that found their key")
  long getHit;

  @Label("Get Misses")
  @Description("get, getOrDefault and containsKey that did not find their key")
  long getMiss;

  @Label("Puts of New Keys")
  @Description("put and putIfAbsent that added a key")
  long putNew;

  @Label("Puts of Present Keys")
  @Description("put and putIfAbsent that met their key already there")
  long putReplace;

  @Label("Remove Hits")
  @Description("Removals that removed something")
  long removeHit;

  @Label("Remove Misses")
  @Description("Removals that found nothing to remove")
  long removeMiss;

  @Label("Compute If Absent, Present")
  @Description("computeIfAbsent that met the key already there")
  long computeIfAbsentPresent;

  @Label("Compute If Absent, Absent")
  @Description("computeIfAbsent that did not find the key")
  long computeIfAbsentAbsent;

  @Label("Computes")
  @Description("compute and computeIfPresent")
  long compute;

  @Label("Merges")
  @Description("merge")
  long merge;

  @Label("Replaces")
  @Description("replace and replaceAll")
  long replace;

  @Label("Clears")
  @Description("clear")
  long clear;

  @Label("Bulk Puts")
  @Description("putAll, however many entries each carried")
  long putAll;

  @Label("Size Calls")
  @Description("size, isEmpty and mappingCount")
  long size;

  @Label("Traversals")
  @Description("Passes over the entries, keys or values")
  long traversals;

  @Label("Ordered Operations")
  @Description("Operations that need the order of a sorted map")
  long ordered;

  @Label("Traversed Entries")
  @Description("Entries the maps held when their traversals began, summed up")
  long traversedEntries;

  @Label("Entries")
  @Description("Entries in the live maps together")
  long entries;

  @Label("Entries Growth")
  @Description("Change of entries per second over the run, negative when they shrank")
  @Frequency
  double entriesGrowth;

  @Label("Capacity")
  @Description("Buckets of the live maps together, -1 when not known")
  long capacity;

  @Label("Maps Created")
  @Description("Tracked maps that the site has made")
  long created;

  @Label("Maps Alive")
  @Description("Those of them not yet found collected")
  long alive;

  @Label("Reading Threads")
  @Description("Threads seen reading")
  int readers;

  @Label("Writing Threads")
  @Description("Threads seen writing")
  int writers;

  @Label("Coverage")
  @Description("Share of the operations that was counted")
  @Percentage
  double coverage;

  @Label("Site Class")
  @Description("Class of the site's frame")
  @Nullable String siteClass;

  @Label("Site Method")
  @Description("Method of the site's frame")
  @Nullable String siteMethod;

  @Label("Site Line")
  @Description("Source line of the site's frame, -1 when not known")
  int siteLine;

  @Label("Site Kind")
  @Description("What the site's frame means: allocation, firstUse, overflow or unknown")
  @Nullable String siteKind;

  @MapId
  @Label("Map")
  @Description("Id of these maps, the same for the same class and site in every run")
  @Nullable String mapId;

  @Label("Texts")
  @Description("The texts of this event once more, as a reader of reports takes them")
  @Nullable String texts;

  @Label("Run")
  @Description("Id of the agent's run that wrote the event")
  @Nullable String run;

  @Label("Set")
  @Description("Number of the set of events that this one belongs to, counted within the run")
  long set;

  @Label("Position")
  @Description("Place of this event within its set, from 0")
  int position;
}
