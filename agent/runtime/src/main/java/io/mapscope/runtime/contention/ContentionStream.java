package io.mapscope.runtime.contention;

import io.mapscope.jfr.HeldExit;
import io.mapscope.runtime.traces.WaitTraces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.MapscopeErrors;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingStream;
import org.jspecify.annotations.Nullable;

/**
 * Listens to Flight Recorder for every wait for a monitor, however short, with the waiter's stack.
 *
 * <p>Runs on a thread of its own until the JVM ends or the agent leaves; opening it takes tenths of
 * a second. While recordings of the application run it asks for no more waits than they do ({@link
 * OtherRecordings}), because Flight Recorder would put all it asks for into them too.
 */
public final class ContentionStream implements Runnable {
  /** Flight Recorder hands over what it has once a second. */
  private static final Duration PATIENCE_AT_END = Duration.ofMillis(1_500);

  private static final Duration KEPT = Duration.ofSeconds(1);

  /** Shorter waits are summed up only: their events would be below the default threshold. */
  private static final Duration LONG = Duration.ofMillis(1);

  /** What the JDK says when Flight Recorder starts while the JVM ends: nothing to tell the user. */
  private static final String TOO_LATE = "Shutdown in progress";

  private static final String MONITOR_ENTER = "jdk.JavaMonitorEnter";
  private static final String DATA_LOSS = "jdk.DataLoss";

  private final MonitorWaits waits;
  private final Predicate<Instant> recorded;
  private final Consumer<String> log;
  private final LastWait lastWait = new LastWait();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable RecordingStream running;
  private volatile @Nullable HeldExit heldExit;
  private volatile boolean closing;

  /**
   * @param recorded whether a wait that began then counts
   */
  public ContentionStream(MonitorWaits waits, Predicate<Instant> recorded, Consumer<String> log) {
    this.waits = waits;
    this.recorded = recorded;
    this.log = log;
  }

  @Override
  public void run() {
    FlightRecorderListener ear = null;
    try (RecordingStream stream = new RecordingStream()) {
      running = stream;
      OtherRecordings others = new OtherRecordings(stream, log);
      others.apply();
      ear = new Ear(others, this::begun);
      FlightRecorder.addListener(ear);
      stream.enable(DATA_LOSS);
      stream.onEvent(MONITOR_ENTER, this::onWait);
      stream.onEvent(DATA_LOSS, loss -> MapscopeErrors.dropped++);
      stream.onError(problem -> log.accept("reading monitor waits: " + problem));
      stream.setReuse(true);
      stream.setOrdered(false);
      stream.setMaxAge(KEPT);
      // Under load Flight Recorder takes seconds to start: until then no wait is "none seen".
      stream.onFlush(waits::begin);
      if (!closing) {
        heldExit = HeldExit.take();
        stream.start();
      }
    } catch (IllegalStateException | SecurityException unavailable) {
      if (!closing && !TOO_LATE.equals(unavailable.getMessage())) {
        log.accept("waits for monitors are not seen: " + unavailable.getMessage());
      }
    } finally {
      begun();
      FlightRecorderListener listening = ear;
      if (listening != null) {
        FlightRecorder.removeListener(listening);
      }
      ended.countDown();
    }
  }

  /** The stream's recording runs, or never will: the JVM may end. */
  private void begun() {
    HeldExit held = heldExit;
    if (held != null) {
      held.close();
    }
  }

  /** Hears of recordings that begin and end. */
  private record Ear(OtherRecordings others, Runnable begun) implements FlightRecorderListener {
    @Override
    public void recordingStateChanged(Recording recording) {
      if (OtherRecordings.isStreams(recording)) {
        begun.run();
      }
      others.apply();
    }
  }

  /** Ends the stream and with it the thread that runs it. */
  public void close() {
    closing = true;
    RecordingStream stream = running;
    if (stream != null) {
      stream.close();
    }
  }

  /**
   * Waits until all waits up to now have come through, but not for long: what a program does in its
   * last second may be missed when Flight Recorder is itself waiting for the agent.
   */
  public void drain(CountDownLatch giveUp) throws InterruptedException {
    lastWait.cause();
    long deadline = System.nanoTime() + PATIENCE_AT_END.toNanos();
    while (!lastWait.hasArrived() && System.nanoTime() < deadline) {
      if (ended.await(10, TimeUnit.MILLISECONDS) || giveUp.getCount() == 0) {
        return;
      }
    }
  }

  private void onWait(RecordedEvent event) {
    RecordedClass monitorClass = event.getClass("monitorClass");
    if (monitorClass == null) {
      return;
    }
    String name = monitorClass.getName();
    if (lastWait.isIt(name)) {
      lastWait.arrive();
      return;
    }
    if (!recorded.test(event.getStartTime())) {
      return;
    }
    waits.add(
        new MonitorWait(
            event.getLong("address"),
            name,
            callFrame(event.getStackTrace()),
            1,
            event.getDuration().toNanos(),
            longWait(event)));
  }

  private static @Nullable LongWait longWait(RecordedEvent event) {
    RecordedThread waiter = event.getThread();
    if (waiter == null || event.getDuration().compareTo(LONG) < 0) {
      return null;
    }
    return new LongWait(
        event.getDuration().toNanos(),
        event.getEndTime(),
        String.valueOf(waiter.getJavaName()),
        text(event.getStackTrace()),
        WaitTraces.traceOf(
            waiter.getJavaThreadId(),
            event.getLong("address"),
            event.getStartTime(),
            event.getEndTime()));
  }

  private static String text(@Nullable RecordedStackTrace stack) {
    if (stack == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (RecordedFrame frame : stack.getFrames()) {
      RecordedMethod method = methodOf(frame);
      text.append(text.length() == 0 ? "" : "\n");
      if (method == null) {
        text.append("(unknown)");
      } else {
        text.append(method.getType().getName())
            .append('.')
            .append(method.getName())
            .append(':')
            .append(frame.getLineNumber());
      }
    }
    return text.toString();
  }

  /** The first frame outside the JDK. */
  private static @Nullable CallFrame callFrame(@Nullable RecordedStackTrace stack) {
    if (stack == null) {
      return null;
    }
    List<RecordedFrame> frames = stack.getFrames();
    for (RecordedFrame frame : frames) {
      RecordedMethod method = methodOf(frame);
      if (method != null && !isJdk(method.getType().getName())) {
        return new CallFrame(method.getType().getName(), method.getName(), frame.getLineNumber());
      }
    }
    return null;
  }

  /**
   * Null when Flight Recorder has no name for it: its class was redefined or unloaded since, as
   * happens beside other agents.
   */
  private static @Nullable RecordedMethod methodOf(RecordedFrame frame) {
    RecordedMethod method = frame.getMethod();
    return method == null || method.getType() == null ? null : method;
  }

  private static boolean isJdk(String className) {
    return className.startsWith("java.")
        || className.startsWith("jdk.")
        || className.startsWith("sun.");
  }
}
