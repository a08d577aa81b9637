package io.mapscope.runtime.collect;

import io.mapscope.profile.OverlapExample;
import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeFact;

/** A few of the occasions on which two threads were inside one unsynchronised map. */
final class OverlapAccount {
  private static final int MOST_EXAMPLES = 3;

  private final List<OverlapExample> examples = new ArrayList<>();

  void admit(MapscopeFact overlap) {
    if (examples.size() < MOST_EXAMPLES) {
      examples.add(new OverlapExample(List.of(Stacks.text(overlap))));
    }
  }

  List<OverlapExample> examples() {
    return List.copyOf(examples);
  }
}
