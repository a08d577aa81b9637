package io.mapscope.stress;

import java.lang.reflect.Field;
import java.util.AbstractMap;
import java.util.Map;
import java.util.MapscopeAdoption;
import java.util.MapscopeOperation;
import java.util.MapscopeProbe;
import java.util.MapscopeTally;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the recorder holds about one map, seen from outside; for arbiters and constructors. */
final class Recorded {
  private static final Field KEY_SET = field(AbstractMap.class, "keySet");
  private static final Field VALUES = field(AbstractMap.class, "values");
  private static final Field TALLY = field(MapscopeProbe.class, "tally");
  private static final Field OVER_BUDGET = field(MapscopeAdoption.class, "overBudget");

  private Recorded() {}

  /**
   * Makes {@code map} one that the recorder has never seen. Called in constructors of states, of
   * which there are millions: takes the tallies that nobody collects here along.
   */
  static <M extends Map<?, ?>> M unseen(M map) {
    MapscopeAdoption.release(map);
    final MapscopeTally forgotten = MapscopeTally.takeNewborn();
    if (forgotten != null) {
      forgotten.next = null;
    }
    return map;
  }

  /** Gives {@code map} the probe that all maps share which were born too fast to be tracked. */
  static <M extends Map<?, ?>> M untracked(M map) {
    try {
      VALUES.set(map, OVER_BUDGET.get(null));
      return map;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How often {@code operation} of {@link MapscopeOperation} was counted on {@code map}. */
  static long count(Map<?, ?> map, int operation) {
    final MapscopeProbe probe = probe(map);
    return probe == null ? 0 : count(tally(probe), operation);
  }

  static long count(MapscopeTally tally, int operation) {
    final long[] row = new long[MapscopeOperation.ROW];
    tally.addTo(row);
    return row[operation];
  }

  static MapscopeTally tally(MapscopeProbe probe) {
    try {
      return (MapscopeTally) Objects.requireNonNull(TALLY.get(probe));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The probe in either of the fields that can hold one; null when there is none. */
  static @Nullable MapscopeProbe probe(Map<?, ?> map) {
    try {
      final Object inValues = VALUES.get(map);
      final Object slot = inValues instanceof MapscopeProbe ? inValues : KEY_SET.get(map);
      return slot instanceof MapscopeProbe probe ? probe : null;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The weaver has opened java.util to this class loader's module. */
  private static Field field(Class<?> owner, String name) {
    try {
      final Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("not under the agent of this jar", e);
    }
  }
}
