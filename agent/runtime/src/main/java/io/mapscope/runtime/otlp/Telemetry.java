package io.mapscope.runtime.otlp;

import io.mapscope.metrics.MetricFeed;
import io.mapscope.metrics.MetricPoints;
import io.mapscope.otel.sink.FindingNews;
import io.mapscope.profile.Report;
import io.mapscope.runtime.otlp.logging.Logger;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.MapscopeErrors;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings each report's metrics and the news of findings to OpenTelemetry. The way there is opened
 * on a thread of its own, once no other agent is still starting; what comes before it is open is
 * kept: the latest points, and the first {@link #MOST_NEWS} news.
 *
 * <p>Nothing here waits for the network, and nothing that fails here comes out: it is counted and
 * said.
 */
public final class Telemetry implements Runnable {

  private static final int MOST_NEWS = 100;
  private static final long LOOK_MILLIS = 50;

  private final @Nullable String endpoint;
  private final String version;
  private final BooleanSupplier othersAreStarting;
  private final Consumer<String> log;
  private final MetricFeed feed;
  private final CountDownLatch opened = new CountDownLatch(1);
  private final Queue<FindingNews> waiting = new ArrayDeque<>();
  private @Nullable MetricPoints latest;
  private @Nullable Outlet outlet;
  private volatile boolean closed;

  /**
   * @param endpoint where to send to, or null to go by OpenTelemetry's settings
   * @param feed of its own
   * @param othersAreStarting whether agents after this one have still to come
   */
  public Telemetry(
      @Nullable String endpoint,
      String version,
      MetricFeed feed,
      BooleanSupplier othersAreStarting,
      Consumer<String> log) {
    this.endpoint = endpoint;
    this.version = version;
    this.feed = feed;
    this.othersAreStarting = othersAreStarting;
    this.log = log;
  }

  /** Opens the way; on a thread of its own. */
  @Override
  public void run() {
    try {
      while (!closed && othersAreStarting.getAsBoolean()) {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
      Outlet way = closed ? null : open();
      if (way != null) {
        use(way);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (Throwable problem) {
      suppress(problem);
    } finally {
      opened.countDown();
    }
  }

  private @Nullable Outlet open() throws Throwable {
    Logger.install(log);
    if (OtherAgent.isThere()) {
      Outlet other = OtherAgent.open(version);
      if (other != null) {
        if (endpoint != null) {
          log.accept(
              "OpenTelemetry: metrics and findings go where the OpenTelemetry Java agent sends"
                  + " them; otlp="
                  + endpoint
                  + " is not used");
        }
        return other;
      }
    }
    return OwnSdk.start(endpoint, version, log);
  }

  /** A way that opens when the agent has left already is closed at once. */
  private synchronized void use(Outlet way) {
    if (closed) {
      way.close();
      return;
    }
    outlet = way;
    if (latest != null) {
      way.sink().publish(latest);
    }
    waiting.forEach(way.sink()::tell);
    waiting.clear();
  }

  /** The figures of now; called by one thread. */
  public synchronized void publish(Report report) {
    try {
      latest = feed.next(report);
      if (outlet != null) {
        outlet.sink().publish(latest);
      }
    } catch (RuntimeException | Error problem) {
      suppress(problem);
    }
  }

  /** A finding has come to another state. */
  public synchronized void tell(FindingNews news) {
    try {
      if (outlet != null) {
        outlet.sink().tell(news);
      } else if (waiting.size() < MOST_NEWS) {
        waiting.add(news);
      }
    } catch (RuntimeException | Error problem) {
      suppress(problem);
    }
  }

  /** Brings out the last report, within {@code patience}, and ends. */
  public void finish(Report last, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    if (!opened.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      return;
    }
    publish(last);
    Outlet way = way();
    if (way != null) {
      way.flush(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }
  }

  /** Ends without sending anything more. */
  public synchronized void close() {
    closed = true;
    if (outlet != null) {
      outlet.close();
      outlet = null;
    }
  }

  private synchronized @Nullable Outlet way() {
    return outlet;
  }

  private void suppress(Throwable problem) {
    MapscopeErrors.suppressed++;
    log.accept("OpenTelemetry: " + problem);
  }
}
