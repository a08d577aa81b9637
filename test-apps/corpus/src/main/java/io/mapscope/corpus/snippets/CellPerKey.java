package io.mapscope.corpus.snippets;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Latest values per key that many threads replace: the map itself is written once per key. */
public final class CellPerKey {

  // snippet
  private final ConcurrentMap<String, AtomicReference<String>> latest = new ConcurrentHashMap<>();

  void update(String sensor, String reading) {
    AtomicReference<String> cell = latest.get(sensor); // takes no lock
    if (cell == null) {
      cell = latest.computeIfAbsent(sensor, key -> new AtomicReference<>());
    }
    cell.set(reading); // writes the cell, not the map
  }

  // end of snippet

  @Nullable String latestOf(String sensor) {
    @Nullable AtomicReference<String> cell = latest.get(sensor);
    return cell == null ? null : cell.get();
  }
}
