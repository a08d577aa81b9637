package io.mapscope.runtime.start;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.MapscopeErrors;
import java.util.MapscopeSettings;

/**
 * Makes the agent's own threads and tells the recorder that their maps are not the application's.
 */
final class AgentThreads {
  private static final List<Thread> MADE = new ArrayList<>();

  private AgentThreads() {}

  /**
   * A daemon thread, not yet started, with the agent's class loader as context. Whoever asks for
   * it, and what that code may do under a security manager, does not matter for the thread.
   */
  @SuppressWarnings("removal") // does no more than call, from JDK 24 on
  static Thread make(Runnable task, String name) {
    Thread thread = AccessController.doPrivileged(new Making(task, name));
    register(thread);
    return thread;
  }

  /** A class of its own, because a lambda before main costs milliseconds. */
  private record Making(Runnable task, String name) implements PrivilegedAction<Thread> {
    @Override
    public Thread run() {
      Thread thread = new Thread(null, new Guarded(task, name), name, 0, false);
      thread.setDaemon(true);
      thread.setContextClassLoader(AgentThreads.class.getClassLoader());
      return thread;
    }
  }

  /** What ends a thread of ours before its time is one line, not the application's stack trace. */
  private record Guarded(Runnable task, String name) implements Runnable {
    @Override
    public void run() {
      try {
        task.run();
      } catch (RuntimeException | Error problem) {
        MapscopeErrors.suppressed++;
        AgentLog.say(name, " has ended: ", problem);
      }
    }
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
