package io.mapscope.dist.programs;

import java.lang.reflect.Method;

/** Starts every other thread as a virtual one where there are any (JDK 21 and later). */
final class Threads {
  private static final int FIRST_WITH_VIRTUAL = 21;

  private Threads() {}

  static Thread start(int number, Runnable task) throws ReflectiveOperationException {
    if (number % 2 == 1 && Runtime.version().feature() >= FIRST_WITH_VIRTUAL) {
      Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
      return (Thread) start.invoke(null, task);
    }
    Thread thread = new Thread(task);
    thread.start();
    return thread;
  }
}
