package io.mapscope.corpus.snippets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A synchronized map that is iterated over. */
public final class LockedIteration {

  // snippet
  private final Map<String, Long> open = Collections.synchronizedMap(new HashMap<>());

  List<String> olderThan(long time) {
    List<String> old = new ArrayList<>();
    synchronized (open) { // the wrapper locks single calls, not loops
      open.forEach(
          (id, since) -> {
            if (since < time) {
              old.add(id);
            }
          });
    }
    return old;
  }

  // end of snippet

  void add(String id, long since) {
    open.put(id, since);
  }
}
