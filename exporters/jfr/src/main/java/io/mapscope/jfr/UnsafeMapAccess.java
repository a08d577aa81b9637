package io.mapscope.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** Event: a thread entered an unsynchronised map while another was inside, one of them writing. */
@Name(UnsafeMapAccess.NAME)
@Label("Unsafe Map Access")
@Description("Two threads inside an unsynchronised map at once, a writer among them")
@StackTrace
final class UnsafeMapAccess extends RareEvent {

  static final String NAME = "mapscope.UnsafeMapAccess";

  @Label("Other Thread")
  @Description("The thread that was inside already, if it is known")
  @Nullable String otherThread;

  @Label("Other Stack")
  @Description("Stack of that thread, a frame per line, if it is known")
  @Nullable String otherStack;
}
