package io.mapscope.runtime.contention;

import io.mapscope.runtime.contention.ContentionAccount.Sum;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Waits for the locks around the maps of one site, by class of lock. */
final class LockSums {
  private final Map<String, Sum> byClass = new HashMap<>();

  void add(String lockClass, Sum waits) {
    byClass.merge(lockClass, waits, Sum::plus);
  }

  Sum total() {
    return byClass.values().stream().reduce(Sum.NONE, Sum::plus);
  }

  /** The class whose locks were waited for longest, or null. */
  @Nullable String longest() {
    return byClass.entrySet().stream()
        .max(Map.Entry.comparingByValue((a, b) -> Long.compare(a.nanos(), b.nanos())))
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
