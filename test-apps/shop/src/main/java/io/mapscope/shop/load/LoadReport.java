package io.mapscope.shop.load;

import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What came of a load: throughput, times, failures. */
public final class LoadReport {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  private final LoadOptions options;
  private final Tally tally;
  private final long elapsedNanos;

  LoadReport(LoadOptions options, Tally tally, long elapsedNanos) {
    this.options = options;
    this.tally = tally;
    this.elapsedNanos = elapsedNanos;
  }

  public long requests() {
    return tally.allNanos().getTotalCount();
  }

  /** Requests without an answer or with a wrong one. */
  public long failures() {
    return tally.failures();
  }

  /** A load that reached the shop and had every request answered as it should be. */
  public boolean isClean() {
    return requests() > 0 && failures() == 0;
  }

  /** The figures of all requests for programs: {@code name=value} lines, times in nanoseconds. */
  public String figures() {
    Histogram all = tally.allNanos();
    return String.format(
        Locale.ROOT,
        "requests=%d%nfailures=%d%nelapsedNanos=%d%np50Nanos=%d%np99Nanos=%d%np999Nanos=%d%nmaxNanos=%d%n",
        all.getTotalCount(),
        failures(),
        elapsedNanos,
        all.getValueAtPercentile(50),
        all.getValueAtPercentile(99),
        all.getValueAtPercentile(99.9),
        all.getMaxValue());
  }

  /** The report as text of a few lines, ending in a line break. */
  public String text() {
    Histogram all = tally.allNanos();
    StringBuilder text = new StringBuilder();
    text.append(headline(all.getTotalCount()));
    text.append(
        String.format(
            "  %-16s %10s %10s %10s %10s%n", "", "requests", "p50 ms", "p99 ms", "max ms"));
    text.append(row("all", all));
    tally.nanosByAction().forEach((action, nanos) -> text.append(row(label(action), nanos)));
    text.append(
        String.format(
            Locale.ROOT,
            "  %,d failed; %,d checkouts refused (empty cart or no stock), which is a right answer%n",
            failures(),
            tally.refusedCheckouts()));
    for (Map.Entry<String, Long> failure : tally.failuresByReason().entrySet()) {
      text.append(String.format(Locale.ROOT, "  %,d x %s%n", failure.getValue(), failure.getKey()));
    }
    return text.toString();
  }

  private String headline(long requests) {
    double seconds = elapsedNanos / NANOS_PER_SECOND;
    return String.format(
        Locale.ROOT,
        "%,.0f requests/s over %.1f s from %d threads, %s%n",
        requests / seconds,
        seconds,
        options.threads(),
        loop());
  }

  private String loop() {
    return options.requestsPerSecond() == 0
        ? "each waiting for its answer (closed loop: times are service times)"
        : options.requestsPerSecond()
            + " due in a second (open loop: times count from when a request was due)";
  }

  private static String row(String name, Histogram nanos) {
    return String.format(
        Locale.ROOT,
        "  %-16s %,10d %10.2f %10.2f %10.2f%n",
        name,
        nanos.getTotalCount(),
        nanos.getValueAtPercentile(50) / NANOS_PER_MILLI,
        nanos.getValueAtPercentile(99) / NANOS_PER_MILLI,
        nanos.getMaxValue() / NANOS_PER_MILLI);
  }

  private static String label(Action action) {
    return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
