package io.mapscope.weaver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.MapscopeFamilies;

/**
 * What plans have on demand, and how far each class has come with it: wanted by the recorder, asked
 * for by the agent's own thread, given to each class that is woven, seen by the recorder when no
 * class lacks it. Kinds are the bits of {@link MapscopeFamilies}.
 *
 * <p>Under a lock of its own, which is held for an instant: threads that load classes take it.
 */
final class Demand {
  /** A class that is not loaded yet lacks nothing: it will be woven for what is asked for then. */
  private static final int ALL = -1;

  private final ClassPlan[] plans;

  /** What each plan's class was woven for, when it was met last. */
  private final int[] given;

  private int asked;
  private int refused;

  Demand(ClassPlan[] plans) {
    this.plans = plans;
    given = new int[plans.length];
    Arrays.fill(given, ALL);
  }

  /** What the recorder wants, has not, and was not refused; it is asked for from now on. */
  synchronized int ask() {
    int open = MapscopeFamilies.endsWanted & ~MapscopeFamilies.endsSeen & ~refused;
    asked |= open;
    return open;
  }

  /** Names of the classes that are woven for {@code kinds}. */
  List<String> classes(int kinds) {
    List<String> names = new ArrayList<>();
    for (ClassPlan plan : plans) {
      if ((plan.demand() & kinds) != 0) {
        names.add(plan.className());
      }
    }
    return names;
  }

  /** What classes are woven for, if they have something for it. */
  synchronized int asked() {
    return asked;
  }

  /** The class of {@code plan} is about to be woven: what for. */
  synchronized int give(int plan) {
    given[plan] = plans[plan].demand() & asked;
    return given[plan];
  }

  /**
   * Tells the recorder what it gets. A class whose loading began before it was asked for, and ended
   * too late to be woven once more, still lacks it; then its kind stays open.
   */
  synchronized void settle(int kinds) {
    int lacking = 0;
    for (int i = 0; i < plans.length; i++) {
      lacking |= plans[i].demand() & ~given[i];
    }
    MapscopeFamilies.endsSeen |= kinds & asked & ~lacking;
  }

  /** For good: what has failed once would fail at each beat. */
  synchronized void refuse(int kinds) {
    refused |= kinds;
    asked &= ~kinds;
    MapscopeFamilies.endsSeen &= ~kinds;
  }

  /** As if nothing had ever been asked for, and nothing will be. */
  synchronized void end() {
    refuse(ALL);
  }
}
