package io.mapscope.runtime.start;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.MapscopeSettings;

/**
 * Makes the agent's own threads and tells the recorder that their maps are not the application's.
 */
final class AgentThreads {
  private static final List<Thread> MADE = new ArrayList<>();

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
    MADE.add(thread);
  }

  /** Waits for the end of all that have begun, for {@code patience} each; names those that stay. */
  static List<String> awaitEnd(Duration patience) throws InterruptedException {
    List<Thread> made;
    synchronized (AgentThreads.class) {
      made = List.copyOf(MADE);
      MADE.clear();
    }
    List<String> staying = new ArrayList<>();
    for (Thread thread : made) {
      thread.join(patience.toMillis());
      if (thread.isAlive()) {
        staying.add(thread.getName());
      }
    }
    return staying;
  }
}
