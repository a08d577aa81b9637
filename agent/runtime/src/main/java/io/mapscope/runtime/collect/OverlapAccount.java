package io.mapscope.runtime.collect;

import io.mapscope.profile.OverlapExample;
import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeFact;
import java.util.MapscopeOverlap;

/**
 * A few of the occasions on which two threads were inside one unsynchronised map; those of which
 * both threads are known take the place of others.
 */
final class OverlapAccount {
  private static final int MOST_EXAMPLES = 3;

  private final List<CaughtOverlap> caught = new ArrayList<>();

  void admit(MapscopeFact overlap) {
    if (caught.size() < MOST_EXAMPLES) {
      caught.add(new CaughtOverlap(overlap));
      return;
    }
    boolean knowsBoth = ((MapscopeOverlap) overlap.detail).writer != null;
    for (int i = 0; i < MOST_EXAMPLES && knowsBoth; i++) {
      if (!caught.get(i).knowsBoth()) {
        caught.set(i, new CaughtOverlap(overlap));
        return;
      }
    }
  }

  /** Takes the halves that have come late; called every second. */
  void settle() {
    for (CaughtOverlap overlap : caught) {
      overlap.look();
    }
  }

  List<OverlapExample> examples() {
    settle();
    return caught.stream().map(CaughtOverlap::example).toList();
  }
}
