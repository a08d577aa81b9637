package io.mapscope.benchmarks.scaling;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/**
 * What the threads of one name have used of this JVM so far.
 *
 * @param cpuNanos CPU time
 * @param allocatedBytes on the heap
 */
record AgentClocks(double cpuNanos, double allocatedBytes) {
  static AgentClocks of(String threadName) {
    final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    final long[] ids = threads.getAllThreadIds();
    final ThreadInfo[] infos = threads.getThreadInfo(ids);
    double cpuNanos = 0;
    double allocatedBytes = 0;
    for (int i = 0; i < ids.length; i++) {
      if (infos[i] != null && infos[i].getThreadName().equals(threadName)) {
        cpuNanos += Math.max(0, threads.getThreadCpuTime(ids[i]));
        allocatedBytes += Math.max(0, threads.getThreadAllocatedBytes(ids[i]));
      }
    }
    return new AgentClocks(cpuNanos, allocatedBytes);
  }

  AgentClocks since(AgentClocks before) {
    return new AgentClocks(cpuNanos - before.cpuNanos, allocatedBytes - before.allocatedBytes);
  }
}
