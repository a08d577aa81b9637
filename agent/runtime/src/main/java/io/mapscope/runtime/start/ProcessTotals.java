package io.mapscope.runtime.start;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.mapscope.profile.JvmInfo;
import io.mapscope.profile.MapFacts;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * What the whole process has used since the agent's first tick: the sums that the cost of a map is
 * held against. The JVM's start and the agent's own weaving are not in it.
 *
 * <p>Made on the agent's thread after the application has started, because the management classes
 * take their time to load.
 */
final class ProcessTotals {
  private final long cpuNanosBefore;
  private final long allocatedBefore;

  ProcessTotals() {
    cpuNanosBefore = cpuNanos();
    allocatedBefore = allocatedBytes();
  }

  /** {@code jvm} with the totals of now. */
  JvmInfo addTo(JvmInfo jvm) {
    return jvm.withTotals(
        since(cpuNanosBefore, cpuNanos()),
        since(allocatedBefore, allocatedBytes()),
        heapMaxBytes());
  }

  private static long since(long before, long now) {
    return before < 0 || now < 0 ? MapFacts.UNKNOWN : Math.max(0, now - before);
  }

  static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : MapFacts.UNKNOWN;
  }

  private static long heapMaxBytes() {
    long limit = Runtime.getRuntime().maxMemory();
    return limit == Long.MAX_VALUE ? MapFacts.UNKNOWN : limit;
  }

  /** Of ended threads too, which JVMs before 21 do not tell. */
  private static long allocatedBytes() {
    Method total = totalMethod();
    if (total == null) {
      return MapFacts.UNKNOWN;
    }
    try {
      return (long) total.invoke(ManagementFactory.getThreadMXBean());
    } catch (IllegalAccessException | InvocationTargetException unsupported) {
      return MapFacts.UNKNOWN; // a JVM whose bean is another one, or refuses
    }
  }

  private static @Nullable Method totalMethod() {
    if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean)) {
      return null;
    }
    try {
      return ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes");
    } catch (NoSuchMethodException before21) {
      return null;
    }
  }
}
