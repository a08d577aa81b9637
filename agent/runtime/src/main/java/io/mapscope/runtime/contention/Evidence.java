package io.mapscope.runtime.contention;

import io.mapscope.profile.Certainty;

/** How a wait was attributed to a map, and how sure that is. */
public enum Evidence {
  /** The map's own monitor, or its bin's, was found by its address. */
  MONITOR("address of the monitor", Certainty.CERTAIN),
  /** The place of the call is known to use maps of one site only. */
  CALL_SITE("place of the call", Certainty.LIKELY),
  /** No other map of that kind is used by more than one thread. */
  ONLY_MAP("only map of its kind", Certainty.LIKELY),
  /** The place of the call uses maps of several sites; the most contended of them was taken. */
  SHARED_CALL_SITE("place of the call, shared with other maps", Certainty.POSSIBLE),
  /** The lock was seen held around the map's operations. */
  HELD_LOCK("lock held around the operations", Certainty.LIKELY);

  private final String by;
  private final Certainty certainty;

  Evidence(String by, Certainty certainty) {
    this.by = by;
    this.certainty = certainty;
  }

  public String by() {
    return by;
  }

  public Certainty certainty() {
    return certainty;
  }
}
