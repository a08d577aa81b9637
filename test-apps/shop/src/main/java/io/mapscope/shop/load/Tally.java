package io.mapscope.shop.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What happened to the requests of one load thread, or of all of them once merged. Not thread-safe:
 * each thread fills its own, and they are merged after the threads have ended.
 */
final class Tally {
  private static final int SIGNIFICANT_DIGITS = 3;

  /** Nanoseconds from sending a request to having its whole answer, failed ones included. */
  private final Map<Action, Histogram> nanosByAction = new EnumMap<>(Action.class);

  private final Map<String, Long> failuresByReason = new TreeMap<>();
  private long refusedCheckouts;

  void answered(Action action, long nanos, int status) {
    histogram(action).recordValue(nanos);
    if (!action.expects(status)) {
      failuresByReason.merge(action + " was answered with status " + status, 1L, Long::sum);
    } else if (status != 200) {
      refusedCheckouts++;
    }
  }

  void failed(Action action, long nanos, Exception reason) {
    histogram(action).recordValue(nanos);
    failuresByReason.merge(action + " had no answer: " + reason, 1L, Long::sum);
  }

  void add(Tally other) {
    other.nanosByAction.forEach((action, nanos) -> histogram(action).add(nanos));
    other.failuresByReason.forEach(
        (reason, count) -> failuresByReason.merge(reason, count, Long::sum));
    refusedCheckouts += other.refusedCheckouts;
  }

  private Histogram histogram(Action action) {
    return nanosByAction.computeIfAbsent(action, any -> new Histogram(SIGNIFICANT_DIGITS));
  }

  Map<Action, Histogram> nanosByAction() {
    return nanosByAction;
  }

  Histogram allNanos() {
    Histogram all = new Histogram(SIGNIFICANT_DIGITS);
    nanosByAction.values().forEach(all::add);
    return all;
  }

  Map<String, Long> failuresByReason() {
    return failuresByReason;
  }

  long failures() {
    return failuresByReason.values().stream().mapToLong(Long::longValue).sum();
  }

  long refusedCheckouts() {
    return refusedCheckouts;
  }
}
