package io.mapscope.runtime.contention;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import jdk.jfr.consumer.RecordingStream;
import org.jspecify.annotations.Nullable;

/**
 * The recordings that are not ours, and what they allow our stream.
 *
 * <p>Flight Recorder has one threshold for all: the lowest that anybody asks for, and every
 * recording gets every event above it. So with no other recording the stream asks for all waits;
 * while one runs it asks for what that one has asked for, and for none if that wants none.
 */
final class OtherRecordings {
  private static final String ENABLED = "jdk.JavaMonitorEnter#enabled";
  private static final String THRESHOLD = "jdk.JavaMonitorEnter#threshold";
  private static final String STACK = "jdk.JavaMonitorEnter#stackTrace";
  private static final String MARK = "io.mapscope.Contention#stream";
  private static final String OUR_RECORDING = "Mapscope";
  private static final String ALL = "0 ns";

  private final RecordingStream stream;
  private final Consumer<String> log;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile @Nullable String latest;
  private volatile boolean said;

  OtherRecordings(RecordingStream stream, Consumer<String> log) {
    this.stream = stream;
    this.log = log;
  }

  /**
   * Sets the stream's threshold by the recordings that run now. No lock: Flight Recorder may call
   * while it holds its own. A call that comes while another is at work makes that one repeat it.
   */
  void apply() {
    if (requests.getAndIncrement() == 0) {
      int served;
      do {
        served = requests.get();
        applyOnce();
      } while (requests.addAndGet(-served) > 0);
    }
  }

  private void applyOnce() {
    String threshold = allowed();
    if (Objects.equals(threshold, latest)) {
      return;
    }
    latest = threshold;
    Map<String, String> settings = new HashMap<>();
    settings.put(MARK, "true");
    settings.put("jdk.DataLoss#enabled", "true");
    settings.put(ENABLED, String.valueOf(!threshold.isEmpty()));
    settings.put(THRESHOLD, threshold.isEmpty() ? ALL : threshold);
    settings.put(STACK, "true");
    stream.setSettings(settings);
    if (!threshold.equals(ALL) && !said) {
      said = true;
      log.accept(
          "another recording runs, so waits for monitors are seen only as far as it asks for them"
              + (threshold.isEmpty() ? " (it does not)" : " (longer than " + threshold + ")"));
    }
  }

  /** Whether it is the one behind a stream of ours. */
  static boolean isStreams(Recording recording) {
    return recording.getSettings().containsKey(MARK);
  }

  /** The threshold as a setting; empty for "no events at all". */
  private static String allowed() {
    boolean others = false;
    String lowest = "";
    for (Recording recording : FlightRecorder.getFlightRecorder().getRecordings()) {
      Map<String, String> settings = recording.getSettings();
      if (recording.getState() == RecordingState.RUNNING
          && !settings.containsKey(MARK)
          && !OUR_RECORDING.equals(recording.getName())) {
        others = true;
        if ("true".equals(settings.get(ENABLED))) {
          String threshold = settings.getOrDefault(THRESHOLD, ALL);
          lowest = lowest.isEmpty() || nanos(threshold) < nanos(lowest) ? threshold : lowest;
        }
      }
    }
    return others ? lowest : ALL;
  }

  private static long nanos(String timespan) {
    String[] parts = timespan.trim().split(" ");
    long value = parts[0].matches("\\d+") ? Long.parseLong(parts[0]) : 0;
    return switch (parts.length > 1 ? parts[1] : "ns") {
      case "us" -> value * 1_000;
      case "ms" -> value * 1_000_000;
      case "s" -> Duration.ofSeconds(value).toNanos();
      case "m" -> Duration.ofMinutes(value).toNanos();
      case "h" -> Duration.ofHours(value).toNanos();
      case "d" -> Duration.ofDays(value).toNanos();
      default -> value;
    };
  }
}
