package io.mapscope.shop.load;

import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** Requests so far, counted by the load threads and shown by the one that waits for them. */
public final class Progress {
  private final LongAdder requests = new LongAdder();
  private final LongAdder failures = new LongAdder();

  void answered(boolean failed) {
    requests.increment();
    if (failed) {
      failures.increment();
    }
  }

  /** One line such as {@code 12 of 30 s: 51,234 requests, 0 failed}. */
  public String line(long secondsPassed, int secondsInAll) {
    return String.format(
        Locale.ROOT,
        "%d of %d s: %,d requests, %,d failed",
        secondsPassed,
        secondsInAll,
        requests.sum(),
        failures.sum());
  }
}
