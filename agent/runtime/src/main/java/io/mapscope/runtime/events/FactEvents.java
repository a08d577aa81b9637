package io.mapscope.runtime.events;

import io.mapscope.jfr.MapRef;
import io.mapscope.jfr.RareEvents;
import io.mapscope.runtime.collect.Ledger;
import io.mapscope.runtime.collect.SiteName;
import java.util.MapscopeFact;
import java.util.MapscopeFacts;
import java.util.MapscopeListener;

/**
 * Hears of rare facts and writes an event for each kind that has one.
 *
 * <p>Called on the application's threads, many at once; keeps no state.
 */
public final class FactEvents extends MapscopeListener {
  private FactEvents() {}

  /**
   * Begins to hear of facts. The class that writes the events is initialised here, on the agent's
   * thread, not by the first fact on the application's.
   */
  public static void install() {
    try {
      Class.forName(RareEvents.class.getName(), true, RareEvents.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
    MapscopeFacts.listener = new FactEvents();
  }

  @Override
  public void happened(MapscopeFact fact) {
    switch (fact.kind) {
      case MapscopeFact.OVERLAP -> RareEvents.unsafeAccess(map(fact), null, null);
      case MapscopeFact.COPY -> RareEvents.copy(map(fact), "copy", fact.a, fact.c, fact.d, fact.b);
      default -> {
        // the kinds whose event comes from elsewhere, or that have none
      }
    }
  }

  private static MapRef map(MapscopeFact fact) {
    SiteName name = Ledger.nameOf(fact.tally.site);
    return new MapRef(name.id(), name.mapClass(), name.field(), name.place());
  }
}
