package io.mapscope.runtime.contention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which sites are used from which places: what sampling has shown, and what waits that were
 * attributed for certain have taught; of these at most {@value #MOST_FRAMES} places.
 */
final class CallFrames {
  private static final int MOST_FRAMES = 4_096;

  private final Map<CallFrame, Set<ContendedSite>> learned = new HashMap<>();

  void learn(@Nullable CallFrame frame, ContendedSite site) {
    if (frame != null && (learned.size() < MOST_FRAMES || learned.containsKey(frame))) {
      learned.computeIfAbsent(frame, unknown -> new LinkedHashSet<>()).add(site);
    }
  }

  boolean isKnown(@Nullable CallFrame frame, ContendedSite site) {
    return frame != null
        && (learned.getOrDefault(frame, Set.of()).contains(site) || site.isCalledFrom(frame));
  }

  /** The sites with maps of {@code kind} that are used from {@code frame}. */
  List<ContendedSite> candidates(
      @Nullable CallFrame frame, MonitorKind kind, List<? extends ContendedSite> sites) {
    List<ContendedSite> found = new ArrayList<>();
    for (ContendedSite site : sites) {
      if (isKnown(frame, site) && kind.fits(site)) {
        found.add(site);
      }
    }
    return found;
  }
}
