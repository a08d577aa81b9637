package io.mapscope.runtime.start;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.MapscopeThreadAllocation;

/**
 * Tells the recorder what the current thread has allocated, by the JVM's own counter.
 *
 * <p>Installed on the agent's thread after the application has started, because the management
 * classes take their time to load. The bean is asked for directly: the platform's MBean server,
 * which application servers want to make themselves, stays untouched.
 */
final class ThreadAllocation extends MapscopeThreadAllocation {
  private final ThreadMXBean threads;

  private ThreadAllocation(ThreadMXBean threads) {
    this.threads = threads;
  }

  /** Does nothing on a JVM that cannot tell: then no allocation of copies is reported. */
  static void install() {
    if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
        && threads.isThreadAllocatedMemorySupported()) {
      threads.getCurrentThreadAllocatedBytes();
      MapscopeThreadAllocation.meter = new ThreadAllocation(threads);
    }
  }

  @Override
  public long currentThreadBytes() {
    return threads.getCurrentThreadAllocatedBytes();
  }
}
