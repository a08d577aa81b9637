package io.mapscope.runtime.collect;

import io.mapscope.profile.MisuseExample;
import io.mapscope.profile.MisuseKind;
import java.util.List;
import java.util.MapscopeFact;
import java.util.MapscopeModification;

/** A few ConcurrentModificationExceptions, each with its stack and who had written last. */
final class ModificationAccount {
  private final MisuseExamples examples = new MisuseExamples(MisuseKind.CONCURRENT_MODIFICATION);

  void admit(MapscopeFact fact) {
    examples.add(fact, origin((int) fact.a));
  }

  private static String origin(int lastWriter) {
    return switch (lastWriter) {
      case MapscopeModification.SAME_THREAD -> ", which had written last itself";
      case MapscopeModification.OTHER_THREAD -> "; another thread had written last";
      default -> "";
    };
  }

  List<MisuseExample> examples() {
    return examples.all();
  }
}
