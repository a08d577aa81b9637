package io.mapscope.corpus.programs.sizeonhotpath;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A worker that asks a map of pending jobs for its size, over and over, to see whether there is
 * work.
 *
 * <p>The agent sees {@code size} as nearly all that is done to the map. The fixed form waits on a
 * queue.
 */
@Label(
    name = "backlog-poll",
    rules = "size-on-hot-path",
    map = "payloadByJob",
    fix = "a queue, on which threads wait",
    source = "rules.md, size-on-hot-path")
public final class BacklogPoll implements CorpusProgram {
  private static final int BACKLOG = 1_000;

  private final ConcurrentMap<Integer, String> payloadByJob = new ConcurrentHashMap<>();
  private final BlockingQueue<Integer> jobs = new ArrayBlockingQueue<>(BACKLOG);

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline)
        .with(2, fixed ? this::offer : this::submit)
        .with(1, fixed ? this::take : this::poll)
        .work();
  }

  private static int job() {
    return ThreadLocalRandom.current().nextInt(BACKLOG);
  }

  private void submit() {
    payloadByJob.put(job(), "payload");
    LockSupport.parkNanos(50_000);
  }

  private void poll() {
    while (payloadByJob.size() > BACKLOG / 10) {
      payloadByJob.remove(job());
    }
  }

  private void offer() {
    final int job = job();
    payloadByJob.put(job, "payload");
    if (!jobs.offer(job)) {
      payloadByJob.remove(job);
    }
    LockSupport.parkNanos(50_000);
  }

  private void take() throws InterruptedException {
    final Integer job = jobs.poll(10, TimeUnit.MILLISECONDS);
    if (job != null) {
      payloadByJob.remove(job);
    }
  }
}
