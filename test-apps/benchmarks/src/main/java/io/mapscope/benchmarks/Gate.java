package io.mapscope.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The agent's gate in this forked JVM, put into the position that the variant asks for. */
final class Gate {
  private static final long OPENING_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private static boolean set;

  private Gate() {}

  /** Waits until the agent has opened the gate, and closes it again for the closed variant. */
  static synchronized void set() {
    if (!set && Variant.ofThisJvm().hasAgent()) {
      set = true;
      awaitOpen();
      if (Variant.ofThisJvm() == Variant.CLOSED) {
        close();
      } else if (Variant.ofThisJvm() == Variant.DETACHED) {
        detach();
      }
    }
  }

  /** Fails the benchmark when the gate has moved since {@link #set}: its figures mean nothing. */
  static void check() {
    final boolean expected = Variant.ofThisJvm().counts();
    final boolean moves = Variant.ofThisJvm() == Variant.BUDGET;
    if (Variant.ofThisJvm().hasAgent() && !moves && isOpen() != expected) {
      throw new IllegalStateException("the agent's gate moved during the benchmark");
    }
  }

  private static void awaitOpen() {
    final long start = System.nanoTime();
    while (!isOpen()) {
      if (System.nanoTime() - start > OPENING_TIMEOUT_NANOS) {
        throw new IllegalStateException("the agent has not opened its gate");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** The agent's bean is registered some time after the start. */
  private static void detach() {
    final long start = System.nanoTime();
    try {
      final ObjectName agent = new ObjectName("io.mapscope:type=Mapscope");
      final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
      while (!beans.isRegistered(agent)) {
        if (System.nanoTime() - start > OPENING_TIMEOUT_NANOS) {
          throw new IllegalStateException("the agent has registered no bean");
        }
        LockSupport.parkNanos(LOOK_NANOS);
      }
      beans.invoke(agent, "detach", new Object[0], new String[0]);
    } catch (JMException e) {
      throw new IllegalStateException("the agent does not leave", e);
    }
  }

  private static boolean isOpen() {
    try {
      return recorderGate().getField("open").getBoolean(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no gate of the agent in this JVM", e);
    }
  }

  private static void close() {
    try {
      recorderGate().getField("open").setBoolean(null, false);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no gate of the agent in this JVM", e);
    }
  }

  private static Class<?> recorderGate() throws ClassNotFoundException {
    return Class.forName("java.util.MapscopeGate");
  }
}
