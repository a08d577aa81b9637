package io.mapscope.corpus.programs.guardedmapcontended;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * States of tasks in a HashMap under {@code synchronized}: four threads start, advance and end
 * tasks, and one counts the running ones a hundred times a second.
 *
 * <p>The agent sees the monitor held around every access and threads blocked on it; with that many
 * writes the advice is a ConcurrentHashMap.
 */
@Label(
    name = "task-states",
    rules = "guarded-map-contended",
    map = "stateByTask",
    source = "seed scenario, write-heavy: task states")
public final class TaskStates implements CorpusProgram {
  private static final int TASKS = 2_000;

  private enum State {
    WAITING,
    RUNNING
  }

  private final Object lock = new Object();
  private final Map<Integer, State> stateByTask = new HashMap<>();
  private final Map<Integer, State> concurrentStateByTask = new ConcurrentHashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline)
        .with(4, fixed ? () -> advance(concurrentStateByTask) : this::advanceLocked)
        .with(1, fixed ? () -> count(concurrentStateByTask) : this::countLocked)
        .work();
  }

  private void advanceLocked() {
    synchronized (lock) {
      advance(stateByTask);
    }
  }

  private static void advance(Map<Integer, State> states) {
    final int task = ThreadLocalRandom.current().nextInt(TASKS);
    switch (ThreadLocalRandom.current().nextInt(3)) {
      case 0 -> states.put(task, State.WAITING);
      case 1 -> states.replace(task, State.RUNNING);
      default -> states.remove(task);
    }
  }

  private void countLocked() throws InterruptedException {
    synchronized (lock) {
      running(stateByTask);
    }
    TimeUnit.MILLISECONDS.sleep(10);
  }

  private static void count(Map<Integer, State> states) throws InterruptedException {
    running(states);
    TimeUnit.MILLISECONDS.sleep(10);
  }

  private static long running(Map<Integer, State> states) {
    long running = 0;
    for (final State state : states.values()) {
      running += state == State.RUNNING ? 1 : 0;
    }
    return running;
  }
}
