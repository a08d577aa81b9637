package io.mapscope.runtime.start;

import io.mapscope.jfr.FindingState;
import io.mapscope.jfr.FlightRecording;
import io.mapscope.jfr.JfrAvailability;
import io.mapscope.jfr.JfrSink;
import io.mapscope.jfr.RecordingRefused;
import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.TraceRef;
import io.mapscope.report.ReportRefused;
import io.mapscope.report.ReportWriter;
import io.mapscope.runtime.events.FactEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import org.jspecify.annotations.Nullable;

/** Where reports go: files at exit, our own recording, and whatever recording the user starts. */
final class Sinks {
  /** Orchestrators give a process half a minute to end. */
  private static final Duration PATIENCE_AT_EXIT = Duration.ofSeconds(20);

  private final List<Path> reports;
  private final @Nullable Path jfr;

  private final Duration interval;

  /** Written once; read without the lock, which is held while the last report is written. */
  private volatile @Nullable JfrSink sink;

  private volatile @Nullable FlightRecording recording;
  private @Nullable Ear ear;

  Sinks(List<Path> reports, @Nullable Path jfr, Duration interval) {
    this.interval = interval;
    this.reports = reports;
    this.jfr = jfr;
  }

  /**
   * Starts our recording if one is asked for, and puts our events into any other. Flight Recorder
   * is not initialised for that: our event types are registered when somebody else does.
   */
  synchronized void start(Supplier<Report> snapshot, Function<String, @Nullable TraceRef> traces) {
    String problem = JfrAvailability.problem();
    if (problem != null && jfr != null) {
      AgentLog.say("cannot write " + jfr + ": " + problem);
    }
    if (problem != null) {
      return;
    }
    JfrSink events =
        new JfrSink(
            snapshot, traces, unwritten -> AgentLog.say("cannot write JFR events: " + unwritten));
    sink = events;
    FactEvents.install();
    if (jfr != null) {
      try {
        recording = startRecording(jfr);
      } catch (RecordingRefused refused) {
        AgentLog.say(String.valueOf(refused.getMessage()));
        return;
      }
    }
    ear = Ear.of(events);
  }

  /** What Flight Recorder starts takes the context over, and outlives the agent. */
  private FlightRecording startRecording(Path destination) throws RecordingRefused {
    Thread current = Thread.currentThread();
    ClassLoader ours = current.getContextClassLoader();
    current.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      return FlightRecording.start(destination, interval);
    } finally {
      current.setContextClassLoader(ours);
    }
  }

  /**
   * Registers our events as soon as there is a recorder. Nothing of Flight Recorder is named
   * outside of it: {@link Sinks} must link in a JVM that has none.
   */
  private record Ear(JfrSink events) implements FlightRecorderListener {
    static Ear of(JfrSink events) {
      Ear ear = new Ear(events);
      FlightRecorder.addListener(ear);
      return ear;
    }

    void close() {
      FlightRecorder.removeListener(this);
    }

    @Override
    public void recorderInitialized(FlightRecorder recorder) {
      events.register();
    }
  }

  /** Puts news of a finding into the recordings that run. */
  void tell(FindingState state, Finding finding, @Nullable MapProfile map) {
    JfrSink events = sink;
    if (events != null) {
      events.tell(state, finding, map);
    }
  }

  /** Writes everything in a shutdown hook. */
  synchronized void finish(Report last) {
    emitLast(last);
    FlightRecording running = recording;
    if (running != null) {
      writeAtExit(running);
    }
    writeReports(last);
  }

  /**
   * Writes everything in a JVM that goes on, and leaves nothing of ours with Flight Recorder.
   *
   * @param last null when there is none, which leaves no report but the recording
   */
  synchronized void leave(@Nullable Report last) {
    if (last != null) {
      emitLast(last);
    }
    FlightRecording running = recording;
    if (running != null) {
      write(running::close);
    }
    if (last != null) {
      writeReports(last);
    }
    Ear listener = ear;
    if (listener != null) {
      listener.close();
    }
    JfrSink events = sink;
    if (events != null) {
      FactEvents.uninstall();
      events.leave();
    }
  }

  /** Whether we have a recording; waits for nobody. */
  boolean isRecording() {
    return recording != null;
  }

  /** Ends our recording, if there is one, in a JVM that goes on with everything else. */
  synchronized void endRecording() {
    FlightRecording running = recording;
    recording = null;
    if (running != null) {
      write(running::close);
    }
  }

  private void emitLast(Report last) {
    JfrSink events = sink;
    if (events != null) {
      events.emitFinal(last);
    }
  }

  /** The writing of our recording. */
  private interface Writing {
    void run() throws IOException;
  }

  /**
   * On a thread of its own, because it needs the recorder's lock: should another thread keep that
   * for ever, the JVM ends all the same.
   */
  private void writeAtExit(FlightRecording running) {
    Thread writer = AgentThreads.make(() -> write(running::closeAtExit), "mapscope-recording");
    writer.start();
    try {
      writer.join(PATIENCE_AT_EXIT.toMillis());
      if (writer.isAlive()) {
        write(() -> takeWhatIsLeft(running));
      }
    } catch (InterruptedException interrupted) {
      AgentLog.say("cannot write " + jfr + ": interrupted");
      Thread.currentThread().interrupt();
    }
  }

  private void takeWhatIsLeft(FlightRecording running) throws IOException {
    String kept = "for " + PATIENCE_AT_EXIT.toSeconds() + " s another thread kept its lock";
    if (!running.takeWhatIsLeft()) {
      throw new IOException("Flight Recorder does not answer, " + kept);
    }
    AgentLog.say(jfr + " is what Flight Recorder left of itself: " + kept);
  }

  private void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException | RuntimeException problem) {
      AgentLog.say("cannot write " + jfr + ": " + problem.getMessage());
    }
  }

  /**
   * One file's failure, a security manager's objection included, is said and does not keep the next
   * from being written.
   */
  private void writeReports(Report last) {
    for (Path report : reports) {
      try {
        ReportWriter.to(report).write(last);
      } catch (IOException | ReportRefused | RuntimeException problem) {
        AgentLog.say("cannot write " + report + ": " + problem.getMessage());
      }
    }
  }
}
