package io.mapscope.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** Event: another thread got between two operations of this one that belong together. */
@Name(CompoundRace.NAME)
@Label("Compound Race")
@Description("Another thread got between a look-up and the write that followed from it")
@StackTrace
final class CompoundRace extends RareEvent {

  static final String NAME = "mapscope.CompoundRace";

  @Label("Kind")
  @Description("What was raced for: check-then-act or read-modify-write")
  @Nullable String kind;

  @Label("Proven")
  @Description("Whether it is proven that the other thread's write was lost or met")
  boolean proven;
}
