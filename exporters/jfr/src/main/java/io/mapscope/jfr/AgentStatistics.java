package io.mapscope.jfr;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Percentage;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Event: the agent's account of itself and of the JVM; it completes a set of {@link MapStatistics}.
 *
 * <p>The facts about the JVM are here, although JFR has events for some of them, because those
 * events word them differently, and a report read from a recording must equal the live one. {@link
 * AgentStatisticsMapping} fills and reads it.
 */
@Name(AgentStatistics.NAME)
@Label("Agent Statistics")
@Description("What the Mapscope agent observed, refused, lost and cost")
@Category("Mapscope")
@StackTrace(false)
@Period("everyChunk")
final class AgentStatistics extends Event {

  static final String NAME = "mapscope.AgentStatistics";

  @Label("Agent Version")
  @Description("Version of the agent")
  @Nullable String version;

  @Label("Budget")
  @Description("CPU that the agent was allowed, as the user wrote it")
  @Nullable String budget;

  @Label("Coverage")
  @Description("Share of all operations that was counted")
  @Percentage
  double coverage;

  @Label("Overhead")
  @Description("Share of the CPU of the JVM that the agent cost, if measured")
  @Percentage
  double overhead;

  @Label("Dropped Records")
  @Description("What is missing from figures because a buffer was full")
  long droppedRecords;

  @Label("Unkept Examples")
  @Description("Examples, events and samples not kept; no figure misses them")
  long unkeptExamples;

  @Label("Suppressed Errors")
  @Description("Errors of the agent's own that the application was shielded from")
  long suppressedErrors;

  @Label("Tracked Maps")
  @Description("Maps with a site, so far")
  long trackedMaps;

  @Label("Sites")
  @Description("Allocation sites in use")
  int sites;

  @Label("Woven Classes")
  @Description("Map classes that are observed, one a line")
  @Nullable String wovenClasses;

  @Label("Refused Classes")
  @Description("Map classes that are not observed and why, one a line, a tab between")
  @Nullable String refusedClasses;

  @Label("Untracked Maps")
  @Description("Maps without a site, a line per reason: reason, maps created, operations by name")
  @Nullable String untracked;

  @Label("Observed")
  @Description("How long the agent had been observing")
  @Timespan(Timespan.MILLISECONDS)
  long observed;

  @Label("Generated At")
  @Description("When the figures of this set were taken")
  @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
  long generatedAt;

  @Label("JVM Version")
  @Description("Version of the JVM")
  @Nullable String jvmVersion;

  @Label("JVM Vendor")
  @Description("Who built the JVM")
  @Nullable String jvmVendor;

  @Label("Process Id")
  @Description("Process id of the JVM")
  long pid;

  @Label("Main Class")
  @Description("Main class or jar of the JVM, empty when not known")
  @Nullable String mainClass;

  @Label("Processors")
  @Description("Processors available to the JVM")
  int cpus;

  @Label("Garbage Collector")
  @Description("Garbage collector of the JVM")
  @Nullable String gc;

  @Label("Process CPU Time")
  @Description("CPU time of the whole process while the agent observed it")
  @Timespan(Timespan.NANOSECONDS)
  long processCpuTime;

  @Label("Process Allocation")
  @Description("Allocated by all threads while the agent observed them, if the JVM tells")
  @DataAmount
  long processAllocated;

  @Label("Maximum Heap")
  @Description("Limit of the heap")
  @DataAmount
  long heapMax;

  @Label("Schema")
  @Description("Number of the report's shape")
  int schema;

  @Label("Texts")
  @Description("The texts of this event once more, as a reader of reports takes them")
  @Nullable String texts;

  @Label("Run")
  @Description("Id of the agent's run that wrote the event")
  @Nullable String run;

  @Label("Set")
  @Description("Number of the set of events that this one completes, counted within the run")
  long set;

  @Label("Events in Set")
  @Description("How many Map Statistics events belong to the set")
  int mapEvents;
}
