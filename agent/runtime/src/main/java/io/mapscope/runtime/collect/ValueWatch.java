package io.mapscope.runtime.collect;

import io.mapscope.profile.MapFacts;
import io.mapscope.profile.Shape;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeContents;
import java.util.MapscopeMonitors;

/**
 * A few values that are mutable collections, looked at again and again: whether they are changed
 * where they lie, and whether threads queue for their monitors, which says that they have a lock.
 * Under the ledger's monitor.
 */
final class ValueWatch {
  private static final int MOST = 16;

  private static final class Watched {
    final WeakReference<Object> value;
    int changes;

    Watched(Object value) {
      this.value = new WeakReference<>(value);
      this.changes = MapscopeContents.changesOf(value);
    }
  }

  private final List<Watched> watched = new ArrayList<>();
  private long looks;
  private long changed;
  private long locked;
  private int oldest;

  /** Looks at those known and takes in one of {@code values} in the place of the oldest. */
  void look(Object[] values) {
    for (Watched one : watched) {
      Object value = one.value.get();
      if (value != null) {
        again(one, value);
      }
    }
    Object fresh = values[0];
    if (fresh != null && MapscopeContents.changesOf(fresh) >= 0) {
      if (watched.size() < MOST) {
        watched.add(new Watched(fresh));
      } else {
        oldest = (oldest + 1) % MOST;
        watched.set(oldest, new Watched(fresh));
      }
    }
  }

  private void again(Watched one, Object value) {
    int changes = MapscopeContents.changesOf(value);
    looks++;
    changed += changes != one.changes ? 1 : 0;
    locked += MapscopeMonitors.addressOf(value) != 0 ? 1 : 0;
    one.changes = changes;
  }

  Shape addTo(Shape shape) {
    return looks == 0
        ? shape.withWatchedValues(MapFacts.UNKNOWN, MapFacts.UNKNOWN, MapFacts.UNKNOWN)
        : shape.withWatchedValues(looks, changed, locked);
  }
}
