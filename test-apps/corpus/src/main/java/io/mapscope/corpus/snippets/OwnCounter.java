package io.mapscope.corpus.snippets;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A bounded map that counts its entries itself, and so keeps its bound exactly. */
public final class OwnCounter {

  // snippet
  private static final int MOST = 100;
  private final ConcurrentMap<String, String> sessions = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  boolean open(String id, String user) {
    if (count.incrementAndGet() > MOST || sessions.putIfAbsent(id, user) != null) {
      count.decrementAndGet(); // full, or there already
      return false;
    }
    return true;
  }

  void close(String id) {
    if (sessions.remove(id) != null) {
      count.decrementAndGet();
    }
  }

  // end of snippet

  int count() {
    return count.get();
  }
}
