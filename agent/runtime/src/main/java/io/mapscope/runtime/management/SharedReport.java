package io.mapscope.runtime.management;

import io.mapscope.profile.Report;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A report for all who ask within a second, made on a thread of the agent's: the caller, who may be
 * the application's and hold its locks, takes none of ours and waits for a bounded time only.
 */
public final class SharedReport implements AutoCloseable {
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long PATIENCE_SECONDS = 5;

  private final Supplier<Report> maker;
  private final ExecutorService thread;
  private @Nullable Future<Report> making;
  private volatile @Nullable Report latest;
  private long askedNanos;

  /**
   * @param threads makes the one thread, which is the agent's own
   */
  public SharedReport(Supplier<Report> maker, ThreadFactory threads) {
    this.maker = maker;
    this.thread = Executors.newSingleThreadExecutor(threads);
  }

  /**
   * A report begun at most a second ago, or the one before if that takes longer than {@value
   * #PATIENCE_SECONDS} seconds.
   *
   * @throws IllegalStateException when there is none
   */
  public Report get() {
    try {
      Report report = current().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      latest = report;
      return report;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return before("interrupted");
    } catch (TimeoutException slow) {
      return before("the snapshot takes longer than " + PATIENCE_SECONDS + " s");
    } catch (ExecutionException failed) {
      return before(String.valueOf(failed.getCause()));
    }
  }

  private Report before(String problem) {
    Report before = latest;
    if (before == null) {
      throw new IllegalStateException("there is no report: " + problem);
    }
    return before;
  }

  private synchronized Future<Report> current() {
    Future<Report> running = making;
    long now = System.nanoTime();
    if (running == null || (running.isDone() && now - askedNanos > FRESH_NANOS)) {
      askedNanos = now;
      making = running = thread.submit(maker::get);
    }
    return running;
  }

  /** Ends the thread; nobody gets another report. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
