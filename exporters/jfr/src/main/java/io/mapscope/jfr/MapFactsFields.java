package io.mapscope.jfr;

import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/**
 * The fields of {@link MapStatistics} that say more than how often: waiting, durations, memory,
 * copies, misuse.
 *
 * <p>All but {@code facts} and {@code misuse} repeat for viewers and charts what stands in those
 * two as JSON; a figure that was not recorded is {@link #NOT_RECORDED}. {@link MapFactsMapping}
 * fills and reads them.
 */
@StackTrace(false)
abstract class MapFactsFields extends Event {

  /** A count that was not recorded. */
  static final long NOT_RECORDED = -1;

  @Label("Waits")
  @Description("Waits for the maps and for the locks around them, -1 when not recorded")
  long contentionCount;

  @Label("Blocked Time")
  @Description("Blocked time of all these waits and threads together")
  @Timespan(Timespan.NANOSECONDS)
  long contentionTime;

  @Label("Lost Compare-and-Sets")
  @Description("Compare-and-set operations lost to another thread, -1 when not recorded")
  long casFailures;

  @Label("Write Time, 99 of 100")
  @Description("99 of 100 sampled writes took at most this long")
  @Timespan(Timespan.NANOSECONDS)
  long writeP99;

  @Label("Compute Time, 99 of 100")
  @Description("99 of 100 sampled computes took at most this long, their functions included")
  @Timespan(Timespan.NANOSECONDS)
  long computeP99;

  @Label("Function Time, 99 of 100")
  @Description("99 of 100 sampled functions took at most this long, the map perhaps locked")
  @Timespan(Timespan.NANOSECONDS)
  long functionP99;

  @Label("Allocated")
  @Description("Nodes and tables allocated, by a model of object sizes")
  @DataAmount
  long allocated;

  @Label("Retained")
  @Description("What the live maps hold, keys and values excepted")
  @DataAmount
  long retained;

  @Label("Resizes")
  @Description("How often a table was replaced by a larger one, -1 when not recorded")
  long resizes;

  @Label("Tree Bins")
  @Description("Bins that became trees because of collisions, -1 when not recorded")
  long treeBins;

  @Label("Copies")
  @Description("Copies of the maps or their views, -1 when not recorded")
  long copies;

  @Label("Copy Time")
  @Description("Time that all copies took together")
  @Timespan(Timespan.NANOSECONDS)
  long copyTime;

  @Label("Copied")
  @Description("Memory that all copies allocated together")
  @DataAmount
  long copiedBytes;

  @Label("Torn Copies")
  @Description("Copies during which the map was written to, -1 when not recorded")
  long tornCopies;

  @Label("Serializations")
  @Description("Serializations in all formats together, -1 when not recorded")
  long serializations;

  @Label("Serialization Time")
  @Description("Time that all serializations took together")
  @Timespan(Timespan.NANOSECONDS)
  long serializationTime;

  @Label("Serialized")
  @Description("Length of the output of all serializations together, as far as it could be seen")
  @DataAmount
  long serializedBytes;

  @Label("External Lock")
  @Description("Class of the lock seen held around accesses, if any")
  @Nullable String externalLock;

  @Label("Overlaps")
  @Description("Two threads inside an unsynchronised map at once, a writer among them")
  long overlaps;

  @Label("Overlap Examples")
  @Description("Stacks of some overlaps: a line per example, per thread, per frame, indented")
  @Nullable String overlapExamples;

  @Label("Checks Then Acts")
  @Description("Look-ups followed by a write of the same key, -1 when not recorded")
  long checkThenAct;

  @Label("Lost Races")
  @Description("Those of them that another thread got in between, -1 when not recorded")
  long lostRaces;

  @Label("Torn Traversals")
  @Description(
      "Sampled traversals during which other threads wrote to the map, -1 when not recorded")
  long tornTraversals;

  @Label("Concurrent Modification Exceptions")
  @Description("Traversals that ended with that exception, -1 when not recorded")
  long concurrentModificationExceptions;

  @Label("Facts")
  @Description("Everything known besides operations and misuse, as in the report's JSON")
  @Nullable String facts;

  @Label("Misuse")
  @Description("What was done wrongly, with stacks, as in the report's JSON")
  @Nullable String misuse;
}
