package io.mapscope.runtime.contention;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.MapscopeTally;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which maps have monitors of a class. */
enum MonitorKind {
  /** The head of a ConcurrentHashMap's bin: a node, a tree, a reservation. */
  BIN {
    @Override
    boolean fits(MapscopeTally tally, @Nullable Object map) {
      return map instanceof ConcurrentHashMap;
    }
  },
  WRAPPER {
    @Override
    boolean fits(MapscopeTally tally, @Nullable Object map) {
      return tally.mutex != null;
    }
  },
  HASHTABLE {
    @Override
    boolean fits(MapscopeTally tally, @Nullable Object map) {
      return map instanceof Hashtable;
    }
  },
  /** No map's own; perhaps a lock around one. */
  OTHER {
    @Override
    boolean fits(MapscopeTally tally, @Nullable Object map) {
      return false;
    }
  };

  abstract boolean fits(MapscopeTally tally, @Nullable Object map);

  static MonitorKind of(String monitorClass) {
    if (monitorClass.startsWith("java.util.concurrent.ConcurrentHashMap$")) {
      return BIN;
    }
    if (monitorClass.startsWith("java.util.Collections$Synchronized")) {
      return WRAPPER;
    }
    return monitorClass.equals("java.util.Hashtable") ? HASHTABLE : OTHER;
  }

  boolean fits(ContendedSite site) {
    for (MapscopeTally tally : site.living()) {
      if (fits(tally, tally.get())) {
        return true;
      }
    }
    return false;
  }

  /** The sites with a map of this kind that more than one thread has used. */
  List<ContendedSite> usedByMany(List<? extends ContendedSite> sites) {
    List<ContendedSite> found = new ArrayList<>();
    for (ContendedSite site : sites) {
      for (MapscopeTally tally : site.living()) {
        if (tally.usedByMany() && fits(tally, tally.get())) {
          found.add(site);
          break;
        }
      }
    }
    return found;
  }
}
