package io.mapscope.runtime.start;

import java.util.Arrays;
import java.util.MapscopeSettings;

/**
 * Makes the agent's own threads and tells the recorder that their maps are not the application's.
 */
final class AgentThreads {
  private AgentThreads() {}

  /** A daemon thread, not yet started, with the agent's class loader as context. */
  static Thread make(Runnable task, String name) {
    Thread thread = new Thread(null, task, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(AgentThreads.class.getClassLoader());
    register(thread);
    return thread;
  }

  private static synchronized void register(Thread thread) {
    long[] known = MapscopeSettings.agentThreads;
    long[] all = Arrays.copyOf(known, known.length + 1);
    all[known.length] = thread.getId();
    MapscopeSettings.agentThreads = all;
  }
}
