package io.mapscope.dist.programs;

import java.lang.reflect.Method;

/** Starts virtual threads where there are any (JDK 21 and later), and platform threads. */
final class Threads {
  private static final int FIRST_WITH_VIRTUAL = 21;

  private Threads() {}

  /** Every other one is virtual where there are any. */
  static Thread start(int number, Runnable task) throws ReflectiveOperationException {
    if (number % 2 == 1 && Runtime.version().feature() >= FIRST_WITH_VIRTUAL) {
      return startVirtual(task);
    }
    Thread thread = new Thread(task);
    thread.start();
    return thread;
  }

  /** On JDK 17 there is no such thread. */
  static Thread startVirtual(Runnable task) throws ReflectiveOperationException {
    Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
    return (Thread) start.invoke(null, task);
  }
}
