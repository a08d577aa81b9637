package io.mapscope.dist.programs;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What a program asks of management beans: the agent's, and the JVM's about threads that hang. */
final class Management {
  private static final String AGENT = "io.mapscope:type=Mapscope";
  private static final long LOOK_MILLIS = 200;
  private static final int LOOKS_WITHOUT_PROGRESS = 300;
  private static final int DEADLOCK = 3;
  private static final int STANDSTILL = 4;

  private final Semaphore one = new Semaphore(1);
  private final AtomicLong answers = new AtomicLong();

  /** How often the agent has answered. */
  long answers() {
    return answers.get();
  }

  /**
   * Asks the agent's bean, if it is there, for a report and what was found; one thread at a time.
   */
  <T> T ask(T value) {
    if (one.tryAcquire()) {
      try {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName agent = new ObjectName(AGENT);
        if (server.isRegistered(agent)) {
          server.getAttribute(agent, "Maps");
          server.getAttribute(agent, "Findings");
          server.invoke(agent, "reportJson", new Object[0], new String[0]);
          answers.incrementAndGet();
        }
      } catch (JMException e) {
        throw new IllegalStateException(e);
      } finally {
        one.release();
      }
    }
    return value;
  }

  /** Ends the JVM with all stacks on stdout when threads are deadlocked or nothing goes on. */
  static void watch(LongSupplier progress) {
    Thread watchdog = new Thread(() -> watchForEver(progress), "watchdog");
    watchdog.setDaemon(true);
    watchdog.start();
  }

  private static void watchForEver(LongSupplier progress) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long last = -1;
    for (int looks = 0; looks < LOOKS_WITHOUT_PROGRESS; looks++) {
      if (threads.findDeadlockedThreads() != null) {
        end(threads, "DEADLOCK", DEADLOCK);
      }
      if (progress.getAsLong() != last) {
        last = progress.getAsLong();
        looks = 0;
      }
      System.gc(); // finalizers, cleaners and queues have work only after a collection
      pause();
    }
    end(threads, "STANDSTILL", STANDSTILL);
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void end(ThreadMXBean threads, String what, int status) {
    System.out.println(what);
    Arrays.stream(threads.dumpAllThreads(true, true)).forEach(System.out::print);
    System.out.flush();
    Runtime.getRuntime().halt(status);
  }
}
