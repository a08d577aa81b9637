package io.mapscope.corpus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The threads of one program: each does its task once and repeats it until the deadline.
 *
 * <p>They are daemons. One that has not ended a while after the deadline is left behind with a line
 * on standard error: a thread in a corrupted map may never come out of it. An exception out of a
 * task ends that thread, and the program once all have ended.
 */
public final class Crew {
  /** How long after the deadline threads are waited for; a task is a matter of milliseconds. */
  private static final long GRACE_MILLIS = 2_000;

  private final Deadline deadline;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /** A crew without threads. */
  public Crew(Deadline deadline) {
    this.deadline = deadline;
  }

  /** One turn of a thread's work. */
  public interface Task {
    /** Does one turn. */
    void run() throws Exception;
  }

  /** Adds {@code count} threads that repeat {@code task}. */
  public Crew with(int count, Task task) {
    for (int i = 0; i < count; i++) {
      final Thread thread = new Thread(() -> repeat(task), "worker-" + (threads.size() + 1));
      thread.setDaemon(true);
      threads.add(thread);
    }
    return this;
  }

  /** Starts the threads and waits until the deadline has passed and they have ended. */
  public void work() throws InterruptedException {
    threads.forEach(Thread::start);
    final Deadline end = Deadline.in(Duration.ofMillis(deadline.remainingMillis() + GRACE_MILLIS));
    for (final Thread thread : threads) {
      thread.join(1 + end.remainingMillis());
      if (thread.isAlive()) {
        System.err.println("corpus: " + thread.getName() + " did not end and is left behind");
      }
    }
    final Throwable cause = failure.get();
    if (cause != null) {
      throw new IllegalStateException("a thread of the program failed", cause);
    }
  }

  /** Runs {@code count} threads that repeat {@code task} until the deadline. */
  public static void work(Deadline deadline, int count, Task task) throws InterruptedException {
    new Crew(deadline).with(count, task).work();
  }

  private void repeat(Task task) {
    long turns = 0;
    try {
      do {
        task.run();
        turns++;
      } while (!deadline.passed());
    } catch (Throwable t) {
      failure.compareAndSet(null, t);
    } finally {
      deadline.addTurns(turns);
    }
  }
}
