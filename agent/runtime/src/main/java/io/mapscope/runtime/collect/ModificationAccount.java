package io.mapscope.runtime.collect;

import io.mapscope.profile.MisuseExample;
import io.mapscope.profile.MisuseKind;
import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeFact;
import java.util.MapscopeModification;

/** A few ConcurrentModificationExceptions, each with its stack and who had written last. */
final class ModificationAccount {
  private static final int MOST_EXAMPLES = 3;

  private final List<MisuseExample> examples = new ArrayList<>();

  void admit(MapscopeFact fact) {
    if (examples.size() < MOST_EXAMPLES) {
      List<String> stack = new ArrayList<>(Stacks.text(fact));
      stack.set(0, stack.get(0) + origin((int) fact.a));
      examples.add(new MisuseExample(MisuseKind.CONCURRENT_MODIFICATION, List.of(stack)));
    }
  }

  private static String origin(int lastWriter) {
    return switch (lastWriter) {
      case MapscopeModification.SAME_THREAD -> ", which had written last itself";
      case MapscopeModification.OTHER_THREAD -> "; another thread had written last";
      default -> "";
    };
  }

  List<MisuseExample> examples() {
    return List.copyOf(examples);
  }
}
