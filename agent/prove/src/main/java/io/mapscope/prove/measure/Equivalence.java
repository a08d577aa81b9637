package io.mapscope.prove.measure;

import io.mapscope.prove.form.Base;
import io.mapscope.prove.form.Form;
import io.mapscope.prove.form.Recorded;
import io.mapscope.prove.form.Subject;
import io.mapscope.prove.workload.Keys;
import io.mapscope.prove.workload.Player;
import io.mapscope.prove.workload.Workload;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a form gives the results of the recorded one: the operations of a workload, one thread
 * after the other, done to both, every result and the content at the end compared.
 */
final class Equivalence {

  /** Operations of each thread; enough for what happens once in a few thousand. */
  private static final int STEPS = 5_000;

  private static final int LEAST_STEPS = 20;

  /** Passes over large maps are what takes time; as many entries as that are looked at, at most. */
  private static final long MOST_ENTRIES_SEEN = 50_000_000;

  private final Workload workload;
  private final Keys keys;

  Equivalence(Workload workload) {
    this.workload = workload.withoutFunctions();
    this.keys = new Keys(this.workload);
  }

  /** What differs first between {@code recorded} and {@code form}, or null when nothing does. */
  @Nullable String difference(Recorded recorded, Form form) {
    Base base = recorded.base();
    return difference(
        recorded.form().make(base, workload.entries()), form.make(base, workload.entries()));
  }

  @Nullable String difference(Subject one, Subject other) {
    keys.fill(one);
    keys.fill(other);
    long affordable = MOST_ENTRIES_SEEN / workload.entries() / workload.threads();
    int steps = (int) Math.min(STEPS, Math.max(LEAST_STEPS, affordable));
    for (int thread = 0; thread < workload.threads(); thread++) {
      Player first = workload.player(thread, keys);
      Player second = workload.player(thread, keys);
      for (int i = 0; i < steps; i++) {
        Object expected = comparable(first.step(one));
        Object found = comparable(second.step(other));
        if (!Objects.equals(expected, found)) {
          return "operation " + i + " gave " + found + " instead of " + expected;
        }
      }
    }
    return one.size() == other.size() && comparable(one.copy()).equals(comparable(other.copy()))
        ? null
        : "the entries differ after " + steps * workload.threads() + " operations";
  }

  /** Copies of different classes are compared by what is in them, and before they change. */
  private static Object comparable(@Nullable Object result) {
    return result instanceof Map<?, ?> map ? new HashMap<>(map) : String.valueOf(result);
  }
}
