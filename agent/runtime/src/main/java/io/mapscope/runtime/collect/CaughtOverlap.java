package io.mapscope.runtime.collect;

import io.mapscope.profile.OverlapExample;
import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeFact;
import java.util.MapscopeOverlap;
import java.util.MapscopeStack;
import org.jspecify.annotations.Nullable;

/**
 * One overlap as text. The writer's half may arrive a little later; it is waited for a few seconds
 * only, because a raw stack keeps the classes on it from being unloaded.
 */
final class CaughtOverlap {
  private static final int MOST_LOOKS = 3;

  private final List<List<String>> stacks = new ArrayList<>();
  private @Nullable MapscopeOverlap open;
  private int looks;

  CaughtOverlap(MapscopeFact overlap) {
    stacks.add(Stacks.text(overlap));
    open = (MapscopeOverlap) overlap.detail;
    look();
  }

  /** Takes the writer's half if it has come. */
  void look() {
    if (open == null) {
      return;
    }
    MapscopeStack writer = open.writer;
    if (writer != null) {
      stacks.add(Stacks.text(writer.threadName, writer));
    }
    if (writer != null || ++looks == MOST_LOOKS) {
      open = null;
    }
  }

  boolean knowsBoth() {
    return stacks.size() > 1;
  }

  OverlapExample example() {
    return new OverlapExample(stacks);
  }
}
