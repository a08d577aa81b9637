package io.mapscope.corpus.snippets;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counters per key that many threads increase at the same time. */
public final class AdderPerKey {

  // snippet
  private final ConcurrentMap<String, LongAdder> counts = new ConcurrentHashMap<>();

  void count(String page) {
    LongAdder adder = counts.get(page); // takes no lock
    if (adder == null) {
      adder = counts.computeIfAbsent(page, key -> new LongAdder());
    }
    adder.increment(); // threads do not wait for each other
  }

  // end of snippet

  long countOf(String page) {
    @Nullable LongAdder adder = counts.get(page);
    return adder == null ? 0 : adder.sum();
  }
}
