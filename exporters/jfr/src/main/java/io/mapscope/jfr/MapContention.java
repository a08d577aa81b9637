package io.mapscope.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** Event: a thread had to wait for a map or for the lock around it; its duration is the wait. */
@Name(MapContention.NAME)
@Label("Map Contention")
@Description("A thread waited for a map, or for the lock around it")
@StackTrace
@Threshold("1 ms")
final class MapContention extends RareEvent {

  static final String NAME = "mapscope.MapContention";

  @Label("Kind")
  @Description("What was waited for: monitor, lock or treeBin")
  @Nullable String kind;

  @Label("Lock Class")
  @Description("Class of the lock, or of the object whose monitor it was")
  @Nullable String lockClass;

  @Label("Attributed By")
  @Description("How the wait came to be attributed to this map")
  @Nullable String attribution;

  @Label("Certainty")
  @Description("How sure that is: certain, likely or possible")
  @Nullable String certainty;

  @Label("Waiting Thread")
  @Description("The thread that waited, if the event was not written by it")
  @Nullable String waiter;

  @Label("Waiting Stack")
  @Description("Stack of that thread, a frame per line; the event's own is then the agent's")
  @Nullable String waiterStack;
}
