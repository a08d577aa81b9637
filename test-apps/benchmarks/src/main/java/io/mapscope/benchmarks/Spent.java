package io.mapscope.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * What a process has used so far.
 *
 * @param cpuMicros CPU time of all its threads
 * @param bytesByThread allocated by the threads that are alive; what ended ones have allocated is
 *     not had
 */
record Spent(double cpuMicros, Map<Long, Long> bytesByThread) {
  /** Of one unit of work. */
  record Each(double cpuMicros, double bytes) {}

  private static final double NANOS_PER_MICRO = 1e3;

  /** By the management beans of the process. */
  static Spent of(ManagementBeans beans) throws IOException {
    final ThreadMXBean threads =
        beans.bean(ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
    final OperatingSystemMXBean process =
        beans.bean(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME, OperatingSystemMXBean.class);
    final long[] ids = threads.getAllThreadIds();
    final long[] allocated = threads.getThreadAllocatedBytes(ids);
    final Map<Long, Long> bytes = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      if (allocated[i] > 0) {
        bytes.put(ids[i], allocated[i]);
      }
    }
    return new Spent(process.getProcessCpuTime() / NANOS_PER_MICRO, bytes);
  }

  /**
   * What was used between {@code before} and this for each of so many units of work; of threads
   * that have ended in between, the CPU time alone.
   */
  Each since(Spent before, double units) {
    double bytes = 0;
    for (final Map.Entry<Long, Long> thread : bytesByThread.entrySet()) {
      bytes += thread.getValue() - before.bytesByThread.getOrDefault(thread.getKey(), 0L);
    }
    return new Each((cpuMicros - before.cpuMicros) / units, bytes / units);
  }
}
