package io.mapscope.jfr;

import io.mapscope.profile.ReportSamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * Records until it exits, as the agent does, and closes the recording in a shutdown hook: at once,
 * or with {@code late} only when Flight Recorder's own shutdown hook has closed it already.
 */
final class RecordingProgram {
  private static final Duration PERIOD = Duration.ofSeconds(10);

  private static final CountDownLatch CLOSED_BY_JDK = new CountDownLatch(1);

  private RecordingProgram() {}

  public static void main(String[] arguments) throws Exception {
    boolean late = arguments[1].equals("late");
    JfrSink sink = Recordings.sink(ReportSamples::shop);
    sink.register();
    FlightRecorder.addListener(new Watch());
    FlightRecording recording = FlightRecording.start(Path.of(arguments[0]), PERIOD);
    Thread hook = new Thread(() -> close(sink, recording, late));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private static void close(JfrSink sink, FlightRecording recording, boolean late) {
    try {
      if (late) {
        System.out.println("closed by the JDK: " + CLOSED_BY_JDK.await(60, TimeUnit.SECONDS));
      }
      sink.emitFinal(ReportSamples.shop());
      recording.closeAtExit();
      System.out.println("written");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Watch implements FlightRecorderListener {
    @Override
    public void recordingStateChanged(Recording recording) {
      if (recording.getState() == RecordingState.CLOSED) {
        CLOSED_BY_JDK.countDown();
      }
    }
  }
}
