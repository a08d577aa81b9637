package io.mapscope.jfr;

import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Event: a map's table is replaced by a larger one; a moment, because the move is not timed. */
@Name(MapResize.NAME)
@Label("Map Resize")
@Description("A map's table is replaced by a larger one")
@StackTrace
final class MapResize extends RareEvent {

  static final String NAME = "mapscope.MapResize";

  @Label("Old Capacity")
  @Description("Buckets before")
  long oldCapacity;

  @Label("New Capacity")
  @Description("Buckets after")
  long newCapacity;

  @Label("Allocated")
  @Description("Size of the new table")
  @DataAmount
  long bytes;
}
