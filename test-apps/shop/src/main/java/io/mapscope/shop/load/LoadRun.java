package io.mapscope.shop.load;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A bounded load on the shop: so many threads for so many seconds. */
public final class LoadRun {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  private final LoadOptions options;
  private final Consumer<String> progressLines;

  /**
   * @param progressLines gets a line about once a second, and a last one at the end
   */
  public LoadRun(LoadOptions options, Consumer<String> progressLines) {
    this.options = options;
    this.progressLines = progressLines;
  }

  /**
   * Makes the load and returns what came of it, after at most the seconds plus the last answers.
   */
  public LoadReport run() throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(options.threads());
    try {
      long startNanos = System.nanoTime();
      Progress progress = new Progress();
      List<Future<Tally>> tallies = start(threads, progress, startNanos);
      threads.shutdown();
      showUntilDone(threads, progress, startNanos);
      return new LoadReport(options, merge(tallies), System.nanoTime() - startNanos);
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Future<Tally>> start(ExecutorService threads, Progress progress, long startNanos) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();
    List<Future<Tally>> tallies = new ArrayList<>();
    for (int i = 0; i < options.threads(); i++) {
      tallies.add(threads.submit(new LoadThread(client, options, progress, startNanos, i)));
    }
    return tallies;
  }

  private void showUntilDone(ExecutorService threads, Progress progress, long startNanos)
      throws InterruptedException {
    boolean done = false;
    while (!done) {
      done = threads.awaitTermination(1, TimeUnit.SECONDS);
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startNanos);
      progressLines.accept(progress.line(seconds, options.seconds()));
    }
  }

  private static Tally merge(List<Future<Tally>> tallies)
      throws InterruptedException, ExecutionException {
    Tally all = new Tally();
    for (Future<Tally> tally : tallies) {
      all.add(tally.get());
    }
    return all;
  }
}
