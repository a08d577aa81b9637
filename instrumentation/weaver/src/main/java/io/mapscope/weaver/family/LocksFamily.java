package io.mapscope.weaver.family;

import static io.mapscope.weaver.ContentionWeaves.LONG_SYNCHRONIZER_WAIT;
import static io.mapscope.weaver.ContentionWeaves.STAMPED_READ_WAIT;
import static io.mapscope.weaver.ContentionWeaves.STAMPED_WRITE_WAIT;
import static io.mapscope.weaver.ContentionWeaves.SYNCHRONIZER_WAIT;

import io.mapscope.weaver.ClassPlan;
import io.mapscope.weaver.MapFamily;
import java.util.List;

/**
 * The locks of {@code java.util.concurrent.locks}, in the methods they enter only when a thread has
 * to wait: what a lock around a plain map costs is the map's. The read/write lock queues with an
 * int on JDK 17 and with a long on 25.
 */
public final class LocksFamily {
  private LocksFamily() {}

  public static MapFamily family() {
    return new MapFamily(
        "locks",
        List.of(
            ClassPlan.of("java.util.concurrent.locks.AbstractQueuedSynchronizer")
                .weave(SYNCHRONIZER_WAIT, "acquire/6"),
            ClassPlan.of("java.util.concurrent.locks.AbstractQueuedLongSynchronizer")
                .weave(LONG_SYNCHRONIZER_WAIT, "acquire/6"),
            ClassPlan.of("java.util.concurrent.locks.StampedLock")
                .weave(STAMPED_WRITE_WAIT, "acquireWrite/3")
                .weave(STAMPED_READ_WAIT, "acquireRead/3")));
  }
}
