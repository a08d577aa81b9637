package io.mapscope.advisor.rules;

import io.mapscope.advisor.Verdict;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.text.Figures;

/**
 * What a rule may conclude from not having seen something: that it was not there, only if all was
 * seen. A second thread, a request for the order or a removal may have come between two windows of
 * the CPU budget.
 */
final class Completeness {
  private Completeness() {}

  /** Whether some operations on {@code map} went unseen. */
  static boolean isMissing(MapProfile map) {
    return map.coverage() < 1;
  }

  static Verdict notEnough(MapProfile map) {
    return Verdict.notEnough(
        "only " + Figures.percent(map.coverage()) + " of the operations were counted");
  }
}
