package java.util;

/**
 * Makes the recorder as if no agent had ever used it: for the next one, whose figures must begin at
 * zero, and so that nothing here keeps the classes of the last one.
 *
 * <p>Called by the agent that leaves, when the gate is closed and no thread is inside the recorder
 * any more.
 */
public final class MapscopeRenewal {
  private MapscopeRenewal() {}

  /** Forgets all figures, sites, questions, settings and ears. */
  public static void forgetAll() {
    MapscopeFacts.forget();
    MapscopeThreadAllocation.meter = null;
    MapscopeTiming.forget();
    MapscopeTraversals.open(0);
    MapscopeFamilies.endsWanted = 0;
    MapscopeStreams.forget();
    MapscopeLocks.forget();
    MapscopeTurns.forget();
    MapscopeKeyWriters.forget();
    MapscopeAdoption.renew();
    MapscopeTally.forget();
    MapscopeSites.forget();
    MapscopeErrors.forget();
    MapscopeSettings.forget();
    MapscopeHotKeys.keepTexts = false;
  }
}
