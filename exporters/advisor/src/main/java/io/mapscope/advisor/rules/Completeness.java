package io.mapscope.advisor.rules;

import io.mapscope.advisor.Verdict;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.text.Figures;
import java.util.Arrays;

/**
 * What a rule may conclude when not all operations were counted. From not having seen something,
 * that it was not there, only if all was seen: a second thread, a request for the order or a write
 * may have come while the gate was closed. From a share, as much as the operations say that were
 * seen, and no more: a report that estimates counts has their errors beside them.
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

  /**
   * The share of time in which what is rare was recorded: all of it where only the operations are
   * sampled, that of the operations where the gate was closed by hand.
   */
  static double ofRareFacts(MapProfile map) {
    return map.isEstimated() ? 1 : map.coverage();
  }

  /** Of {@code count} operations those that were seen. */
  static long seen(MapProfile map, long count) {
    return map.isEstimated() ? Math.round(count * map.coverage()) : count;
  }

  /** How often these operations may have happened at most, by their 95 % intervals. */
  static long atMost(MapProfile map, Operation... operations) {
    OperationCounts errors = map.facts().operationErrors();
    return Arrays.stream(operations)
        .mapToLong(each -> map.operations().get(each) + (errors == null ? 0 : errors.get(each)))
        .sum();
  }
}
