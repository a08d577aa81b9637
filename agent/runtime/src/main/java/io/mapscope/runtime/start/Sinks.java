package io.mapscope.runtime.start;

import io.mapscope.jfr.FindingState;
import io.mapscope.jfr.FlightRecording;
import io.mapscope.jfr.JfrAvailability;
import io.mapscope.jfr.JfrSink;
import io.mapscope.jfr.RecordingRefused;
import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.report.ReportRefused;
import io.mapscope.report.ReportWriter;
import io.mapscope.runtime.events.FactEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import org.jspecify.annotations.Nullable;

/** Where reports go: files at exit, our own recording, and whatever recording the user starts. */
final class Sinks {
  private final List<Path> reports;
  private final @Nullable Path jfr;
  private final Duration interval;

  /** Written once; read without the lock, which is held while the last report is written. */
  private volatile @Nullable JfrSink sink;

  private @Nullable FlightRecording recording;

  Sinks(List<Path> reports, @Nullable Path jfr, Duration interval) {
    this.interval = interval;
    this.reports = reports;
    this.jfr = jfr;
  }

  /**
   * Starts our recording if one is asked for, and puts our events into any other. Flight Recorder
   * is not initialised for that: our event types are registered when somebody else does.
   */
  synchronized void start(Supplier<Report> snapshot) {
    if (JfrAvailability.problem() != null && jfr == null) {
      return;
    }
    JfrSink events =
        new JfrSink(snapshot, problem -> AgentLog.say("cannot write JFR events: " + problem));
    sink = events;
    FactEvents.install();
    if (jfr != null) {
      try {
        recording = FlightRecording.start(jfr, interval);
      } catch (RecordingRefused refused) {
        AgentLog.say(String.valueOf(refused.getMessage()));
        return;
      }
    }
    FlightRecorder.addListener(
        new FlightRecorderListener() {
          @Override
          public void recorderInitialized(FlightRecorder recorder) {
            events.register();
          }
        });
  }

  /** Puts news of a finding into the recordings that run. */
  void tell(FindingState state, Finding finding, @Nullable MapProfile map) {
    JfrSink events = sink;
    if (events != null) {
      events.tell(state, finding, map);
    }
  }

  /** Writes everything; one sink's failure is said and does not keep the next from its work. */
  synchronized void finish(Report last) {
    JfrSink events = sink;
    if (events != null) {
      events.emitFinal(last);
    }
    if (recording != null) {
      try {
        recording.closeAtExit();
      } catch (IOException problem) {
        AgentLog.say("cannot write " + jfr + ": " + problem.getMessage());
      }
    }
    for (Path report : reports) {
      try {
        ReportWriter.to(report).write(last);
      } catch (IOException | ReportRefused problem) {
        AgentLog.say("cannot write " + report + ": " + problem.getMessage());
      }
    }
  }
}
