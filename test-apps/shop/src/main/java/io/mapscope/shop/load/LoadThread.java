package io.mapscope.shop.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** One thread's loop: send a request of one of its visitors, wait for the answer, and again. */
final class LoadThread implements Callable<Tally> {
  private static final int VISITORS = 120;

  /** One visitor in so many leaves after an answer, cart or not, and a new one comes. */
  private static final int ANSWERS_PER_LEAVING = 60;

  /** After so many requests in a row without any answer the shop is gone and the thread ends. */
  private static final int UNANSWERED_LIMIT = 20;

  private final HttpClient client;
  private final LoadOptions options;
  private final Progress progress;
  private final Pace pace;
  private final long endNanos;
  private final Random random;
  private final String namePrefix;
  private final Visitor[] visitors = new Visitor[VISITORS];
  private final Tally tally = new Tally();
  private int unanswered;
  private long arrivals;

  LoadThread(
      HttpClient client, LoadOptions options, Progress progress, long startNanos, int number) {
    this.client = client;
    this.options = options;
    this.progress = progress;
    this.pace = new Pace(options, number, startNanos);
    this.endNanos = startNanos + TimeUnit.SECONDS.toNanos(options.seconds());
    this.random = new Random(options.seed() * 31 + number);
    this.namePrefix = "visitor-" + number + "-";
    Arrays.setAll(visitors, i -> newcomer());
  }

  @Override
  public Tally call() throws InterruptedException {
    long dueNanos = pace.awaitNext();
    while (dueNanos - endNanos < 0 && unanswered < UNANSWERED_LIMIT) {
      int chosen = random.nextInt(VISITORS);
      step(visitors[chosen], Action.draw(random), dueNanos);
      if (random.nextInt(ANSWERS_PER_LEAVING) == 0) {
        visitors[chosen] = newcomer();
      }
      dueNanos = pace.awaitNext();
    }
    return tally;
  }

  private Visitor newcomer() {
    return new Visitor(namePrefix + arrivals++);
  }

  private void step(Visitor visitor, Action action, long dueNanos) throws InterruptedException {
    HttpRequest request = visitor.request(action, options.url(), random);
    try {
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      tally.answered(action, System.nanoTime() - dueNanos, answer.statusCode());
      progress.answered(!action.expects(answer.statusCode()));
      visitor.remember(answer);
      unanswered = 0;
    } catch (IOException e) {
      tally.failed(action, System.nanoTime() - dueNanos, e);
      progress.answered(true);
      unanswered++;
    }
  }
}
