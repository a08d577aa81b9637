package io.mapscope.runtime.events;

import io.mapscope.jfr.JfrAvailability;
import io.mapscope.jfr.RareEvents;
import io.mapscope.runtime.collect.Ledger;
import io.mapscope.runtime.collect.SiteName;
import io.mapscope.runtime.contention.Evidence;
import io.mapscope.runtime.contention.LongWait;
import io.mapscope.runtime.contention.MonitorWait;
import java.time.Duration;
import java.time.Instant;

/**
 * Writes an event for the longest of the waits that were attributed to a map together: at most one
 * a second for each monitor and place. On the collector's thread, so the waiter's stack is text.
 */
public final class WaitEvents implements Ledger.Waits {
  private static final Duration OLDEST = Duration.ofMinutes(1);

  /** Locks are waited for in JVMs without Flight Recorder, too. */
  private static final boolean HAS_RECORDER = JfrAvailability.canRead();

  @Override
  public void attributed(SiteName site, Evidence evidence, MonitorWait wait) {
    LongWait longest = wait.longest();
    if (longest == null || !HAS_RECORDER || !RareEvents.isActive()) {
      return;
    }
    RareEvents.contention(
        SiteRef.of(site),
        longest.trace(),
        evidence == Evidence.HELD_LOCK ? "lock" : "monitor",
        wait.monitorClass(),
        evidence.by(),
        evidence.certainty(),
        nanosSince(longest.end()),
        longest.nanos(),
        longest.waiter(),
        longest.stack());
  }

  /** Waits are noticed within seconds: what looks older comes from a clock that was set. */
  private static long nanosSince(Instant end) {
    Duration ago = Duration.between(end, Instant.now());
    return ago.isNegative() || ago.compareTo(OLDEST) > 0 ? 0 : ago.toNanos();
  }
}
