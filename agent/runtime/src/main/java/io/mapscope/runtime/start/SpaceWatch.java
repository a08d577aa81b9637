package io.mapscope.runtime.start;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Leaves Flight Recorder once, and for good, before the disk it works on is full: it would end the
 * JVM. Confined to the collector.
 */
final class SpaceWatch {

  private final Supplier<@Nullable String> shortage;
  private final Runnable leaving;
  private boolean left;

  /**
   * @param shortage that there is too little room, as a clause, or null
   * @param leaving may wait for Flight Recorder, which may wait for the collector: has a thread of
   *     its own
   */
  SpaceWatch(Supplier<@Nullable String> shortage, Runnable leaving) {
    this.shortage = shortage;
    this.leaving = leaving;
  }

  /**
   * Looks how much room there is, if Flight Recorder works for us.
   *
   * @param listening for waits for monitors
   * @param recording for {@code jfr=}
   */
  void look(boolean listening, boolean recording) {
    @Nullable String problem = left || !(listening || recording) ? null : shortage.get();
    if (problem != null) {
      left = true;
      AgentLog.say(problem + ": " + consequence(listening, recording));
      AgentThreads.make(leaving, "mapscope-leaving").start();
    }
  }

  static String consequence(boolean listening, boolean recording) {
    String ended = listening ? "monitor waits are seen no longer" : "";
    String and = listening && recording ? ", and " : "";
    return ended + and + (recording ? "jfr= ends here" : "");
  }
}
