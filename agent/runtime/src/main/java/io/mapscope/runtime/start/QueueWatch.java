package io.mapscope.runtime.start;

import io.mapscope.runtime.collect.Ledger;
import io.mapscope.runtime.collect.SiteName;
import io.mapscope.runtime.options.Budget;
import org.jspecify.annotations.Nullable;

/**
 * Says once that counting makes threads wait: where every operation is counted ({@code budget=off})
 * on a map that threads queue for, the lock is held longer by what counting takes, and everybody
 * waits for that. Confined to the collector.
 */
final class QueueWatch {

  private final Ledger ledger;
  private boolean said;

  QueueWatch(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Looks for such a map, under the budget that there is now. */
  void look(String budget) {
    if (said || !budget.equals(Budget.OFF)) {
      return;
    }
    @Nullable SiteName site = ledger.queuedFor(System.nanoTime());
    if (site != null) {
      said = true;
      AgentLog.say(
          "threads queue for the lock of "
              + (site.field() == null ? site.place() : site.field())
              + ", and budget=off lengthens their wait by counting each of its operations:"
              + " what such a program does may fall by half; budget=1%, the default, counts in"
              + " short windows");
    }
  }
}
