package io.mapscope.jfr;

import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** Event: a map was serialized; its duration is the serialization. */
@Name(MapSerialization.NAME)
@Label("Map Serialization")
@Description("A map was serialized")
@StackTrace
@Threshold("1 ms")
final class MapSerialization extends RareEvent {

  static final String NAME = "mapscope.MapSerialization";

  @Label("Format")
  @Description("Format, and the library that writes it")
  @Nullable String format;

  @Label("Entries")
  @Description("Entries of the map")
  long entries;

  @Label("Written")
  @Description("Length of the output, if it could be seen")
  @DataAmount
  long bytes;

  @Label("Allocated")
  @Description("Memory that the serialization allocated, if it was measured")
  @DataAmount
  long allocatedBytes;

  @Label("Writes Meanwhile")
  @Description("Writes to the map while it was serialized; torn unless there were none")
  long writesMeanwhile;

  @Label("Redundant")
  @Description("Whether the map was the same the last time")
  boolean redundant;
}
