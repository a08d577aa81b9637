package io.mapscope.runtime.collect;

import io.mapscope.profile.MisuseExample;
import io.mapscope.profile.MisuseKind;
import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeFact;

/** The first few occasions of one kind of misuse, each with its stack. */
final class MisuseExamples {
  private static final int MOST = 3;

  private final MisuseKind kind;
  private final List<MisuseExample> examples = new ArrayList<>();

  MisuseExamples(MisuseKind kind) {
    this.kind = kind;
  }

  /** Keeps the stack of {@code fact}, with {@code remark} behind the name of its thread. */
  void add(MapscopeFact fact, String remark) {
    if (examples.size() < MOST) {
      List<String> stack = new ArrayList<>(Stacks.text(fact));
      stack.set(0, stack.get(0) + remark);
      examples.add(new MisuseExample(kind, List.of(stack)));
    }
  }

  List<MisuseExample> all() {
    return List.copyOf(examples);
  }
}
