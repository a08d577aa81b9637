package io.mapscope.runtime.contention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Monitor waits on their way from the stream to the ledger: at most {@value #MOST_MONITORS} sums by
 * monitor and place; beyond that by place alone, where only the place can tell the map; beyond
 * twice that they are lost and counted.
 */
public final class MonitorWaits {
  private static final int MOST_MONITORS = 4_096;

  private record Key(long address, String monitorClass, @Nullable CallFrame frame) {}

  private final Map<Key, MonitorWait> sums = new HashMap<>();
  private boolean measured;
  private long lost;

  /** Flight Recorder has handed over for the first time: figures are figures, no longer absent. */
  public synchronized void begin() {
    measured = true;
  }

  /** Whether waits have ever been handed over. */
  public synchronized boolean measured() {
    return measured;
  }

  public synchronized void add(MonitorWait wait) {
    MonitorWait bounded = sums.size() < MOST_MONITORS ? wait : wait.withoutAddress();
    Key key = new Key(bounded.address(), bounded.monitorClass(), bounded.frame());
    if (sums.size() < 2 * MOST_MONITORS || sums.containsKey(key)) {
      sums.merge(key, bounded, MonitorWait::plus);
    } else {
      lost += wait.count();
    }
  }

  /** Gives all sums away. */
  synchronized List<MonitorWait> take() {
    List<MonitorWait> all = new ArrayList<>(sums.values());
    sums.clear();
    return all;
  }

  /** Waits lost since the last call. */
  synchronized long takeLost() {
    long all = lost;
    lost = 0;
    return all;
  }
}
