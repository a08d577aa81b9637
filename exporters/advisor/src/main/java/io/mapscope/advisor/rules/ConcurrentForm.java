package io.mapscope.advisor.rules;

import io.mapscope.advisor.Draft;
import io.mapscope.advisor.MapKind;
import io.mapscope.profile.ExternalLock;
import io.mapscope.profile.LockDetail;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Nulls;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Shape;
import io.mapscope.profile.text.Figures;
import org.jspecify.annotations.Nullable;

/**
 * The concurrent class that can stand in for a map, and what it would do differently: each caveat
 * is printed only where what was recorded does not rule it out.
 */
final class ConcurrentForm {

  private ConcurrentForm() {}

  /** Adds the replacement and its caveats to {@code draft}. */
  static void advise(Draft draft, MapProfile map) {
    MapKind kind = MapKind.of(map);
    boolean set = MapKind.isSet(map);
    if (kind == MapKind.TREE) {
      draft.replacement(
          "concurrent",
          set
              ? "java.util.concurrent.ConcurrentSkipListSet"
              : "java.util.concurrent.ConcurrentSkipListMap",
          "SortedConcurrentMap");
    } else if (set) {
      draft.replacement(
          "concurrent", "java.util.concurrent.ConcurrentHashMap.newKeySet()", "ConcurrentSet");
    } else {
      draft.replacement("concurrent", "java.util.concurrent.ConcurrentHashMap", "AtomicOperations");
    }
    caveats(draft, map, kind);
  }

  private static void caveats(Draft draft, MapProfile map, MapKind kind) {
    nulls(draft, map.facts().nulls());
    order(draft, map, kind);
    draft.caveatIf(
        kind == MapKind.IDENTITY_HASH,
        "IdentityHashMap compares keys by ==, a concurrent map by equals");
    draft.caveatIf(
        kind == MapKind.WEAK_HASH,
        "WeakHashMap lets go of keys nobody else holds, ConcurrentHashMap keeps them: a Caffeine"
            + " cache with weakKeys() does both, comparing keys by ==");
    draft.caveatIf(
        kind == MapKind.OTHER,
        "the class of the map is not one of the JDK's: what it adds has to be kept");
    compounds(draft, map);
    clientSideLocking(draft, map.facts().externalLock());
  }

  private static void nulls(Draft draft, @Nullable Nulls nulls) {
    if (nulls == null) {
      draft.caveat("concurrent maps refuse null; whether this map gets any was not recorded");
    } else if (nulls.keys() + nulls.values() > 0) {
      draft.caveat(
          "concurrent maps refuse null, and this one was given "
              + Figures.counted(nulls.keys(), "null key")
              + " and "
              + Figures.counted(nulls.values(), "null value"));
    }
  }

  private static void order(Draft draft, MapProfile map, MapKind kind) {
    @Nullable Shape shape = map.facts().shape();
    if (kind == MapKind.LINKED_HASH) {
      long traversals =
          shape == null || shape.insertionOrderTraversals() < 0
              ? map.operations().get(Operation.TRAVERSALS)
              : shape.insertionOrderTraversals();
      draft.caveatIf(
          traversals > 0,
          "the order of entries is lost, and the map was iterated "
              + Figures.counted(traversals, "time"));
    }
  }

  private static void compounds(Draft draft, MapProfile map) {
    long seen = map.misuse().checkThenAct();
    draft.caveatIf(
        seen > 0,
        "another class alone is not enough: look-ups followed by a write of the same key ("
            + Figures.counted(seen, "time")
            + " in samples) must become putIfAbsent, computeIfAbsent or merge");
  }

  private static void clientSideLocking(Draft draft, @Nullable ExternalLock lock) {
    @Nullable LockDetail detail = lock == null ? null : lock.detail();
    if (detail != null && detail.clientSide()) {
      draft.caveat(
          "callers lock the map itself ("
              + Figures.percent(detail.share())
              + " of samples): a concurrent map ignores that lock, so what they do under it must"
              + " become one atomic operation");
    }
  }
}
