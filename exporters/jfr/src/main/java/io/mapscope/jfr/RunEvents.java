package io.mapscope.jfr;

import io.mapscope.profile.Report;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The event sets of one run of the agent, of which only the newest complete one is of interest.
 *
 * <p>Events may come in any order. A set older than the newest complete one is let go, so that few
 * are held at a time, however long the recording.
 */
final class RunEvents {

  private final TreeMap<Long, EventSet> sets = new TreeMap<>();
  private long newestNumber;
  private @Nullable Report newest;

  void add(EventFields event, boolean isMap) {
    long number = event.longInteger("set");
    if (newest != null && number <= newestNumber) {
      return;
    }
    EventSet set = sets.computeIfAbsent(number, unused -> new EventSet());
    if (isMap) {
      set.addMap(event);
    } else {
      set.addAgent(event);
    }
    Report report = set.report();
    if (report != null) {
      newest = report;
      newestNumber = number;
      sets.headMap(number, true).clear();
    }
  }

  /** The report of the newest complete set, or null when none is complete. */
  @Nullable Report newest() {
    return newest;
  }
}
