package io.mapscope.jfr;

import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** Event: a map or a view of it was copied; its duration is the copying. */
@Name(MapCopy.NAME)
@Label("Map Copy")
@Description("A map or a view of it was copied")
@StackTrace
@Threshold("1 ms")
final class MapCopy extends RareEvent {

  static final String NAME = "mapscope.MapCopy";

  @Label("Kind")
  @Description("What copied, a constructor or a method")
  @Nullable String kind;

  @Label("Entries")
  @Description("Entries copied")
  long entries;

  @Label("Allocated")
  @Description("Memory that the copy allocated, if it was measured")
  @DataAmount
  long bytes;

  @Label("Writes Meanwhile")
  @Description("Writes to the map while it was copied; the copy is torn unless there were none")
  long writesMeanwhile;
}
