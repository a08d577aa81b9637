package io.mapscope.runtime.collect;

import io.mapscope.profile.Misuse;
import io.mapscope.profile.MisuseKind;
import java.util.MapscopeFact;
import java.util.MapscopeOperation;
import java.util.MapscopeTally;

/** Torn traversals of a site's maps, beyond the counters: the worst, and a few stacks. */
final class TraversalAccount {
  private final MisuseExamples examples = new MisuseExamples(MisuseKind.TORN_TRAVERSAL);
  private long mostWritesMeanwhile;

  void admit(MapscopeFact fact) {
    examples.add(fact, ": " + fact.a + " writes by other threads meanwhile");
  }

  void note(MapscopeTally tally) {
    mostWritesMeanwhile = Math.max(mostWritesMeanwhile, tally.mostWritesDuringTraversal());
  }

  Misuse addTo(Misuse misuse, long[] row) {
    return misuse
        .with(MisuseKind.TORN_TRAVERSAL, row[MapscopeOperation.TORN_TRAVERSALS], examples.all())
        .withTraversals(row[MapscopeOperation.WATCHED_TRAVERSALS], mostWritesMeanwhile);
  }
}
