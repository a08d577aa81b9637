package io.mapscope.runtime.start;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.MapscopeSettings;

/**
 * CPU time of the agent's own threads. Made after {@code main} has begun, because the management
 * classes take their time to load; used by one thread.
 */
final class AgentCpu {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<Long, Long> nanosByThread = new HashMap<>();

  /** CPU time of the current thread, by which the wait for a processor is no cost; 0 if unknown. */
  long currentThreadNanos() {
    return isKnown() ? threads.getCurrentThreadCpuTime() : 0;
  }

  private boolean isKnown() {
    return threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
  }

  /** CPU time of the agent's threads so far, the ended ones included as last seen. */
  long ownNanos() {
    if (!isKnown()) {
      return 0;
    }
    long sum = 0;
    for (long id : MapscopeSettings.agentThreads) {
      long nanos = threads.getThreadCpuTime(id);
      sum += nanosByThread.merge(id, Math.max(0, nanos), Math::max);
    }
    return sum;
  }
}
