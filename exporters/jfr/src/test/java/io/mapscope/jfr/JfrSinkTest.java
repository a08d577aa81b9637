package io.mapscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JfrSinkTest {

  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path directory;

  @Test
  void register_recordingOfTheUser_beginsAndEndsWithASet() throws Exception {
    AtomicInteger snapshots = new AtomicInteger();
    JfrSink sink =
        Recordings.sink(() -> snapshots.incrementAndGet() > 1 ? last() : ReportSamples.empty());
    sink.register();
    try {
      Path file = Recordings.during(directory, () -> {});

      assertThat(snapshots).hasValueGreaterThanOrEqualTo(2);
      assertThat(RecordingReader.read(file)).isEqualTo(last());
    } finally {
      sink.unregister();
    }
  }

  @Test
  void register_periodOver_writesAgainAndAgain() throws Exception {
    CountDownLatch fiveSnapshots = new CountDownLatch(5);
    JfrSink sink =
        Recordings.sink(
            () -> {
              fiveSnapshots.countDown();
              return ReportSamples.shop();
            });
    sink.register();
    try (Recording recording = new Recording()) {
      recording.enable(MapStatistics.NAME).withPeriod(Duration.ofMillis(20));
      recording.disable(AgentStatistics.NAME);
      recording.start();

      assertThat(fiveSnapshots.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      sink.unregister();
    }
  }

  @Test
  void register_eventsSwitchedOff_computesNothing() {
    AtomicInteger snapshots = new AtomicInteger();
    JfrSink sink = Recordings.sink(() -> counted(snapshots));
    sink.register();
    try (Recording recording = new Recording()) {
      recording.disable(MapStatistics.NAME);
      recording.disable(AgentStatistics.NAME);
      recording.start();
      recording.stop();

      assertThat(snapshots).hasValue(0);
    } finally {
      sink.unregister();
    }
  }

  @Test
  void unregister_laterRecording_getsNothing() {
    AtomicInteger snapshots = new AtomicInteger();
    JfrSink sink = Recordings.sink(() -> counted(snapshots));
    sink.register();
    sink.unregister();
    sink.unregister();
    Recordings.during(directory, () -> {});

    assertThat(snapshots).hasValue(0);
  }

  @Test
  void emitFinal_registeredSink_recordingEndsWithThatReport() throws Exception {
    JfrSink sink = Recordings.sink(ReportSamples::empty);
    sink.register();
    Path file = Recordings.during(directory, () -> sink.emitFinal(ReportSamples.shop()));
    sink.unregister();

    assertThat(RecordingReader.read(file)).isEqualTo(ReportSamples.shop());
  }

  @Test
  void emitFinal_recordingThatStartsLater_holdsThatReportToo() throws Exception {
    JfrSink sink = Recordings.sink(ReportSamples::empty);
    sink.register();
    Recordings.during(directory, () -> sink.emitFinal(ReportSamples.shop()));
    Path later = Recordings.during(directory, () -> {});
    sink.unregister();

    assertThat(RecordingReader.read(later)).isEqualTo(ReportSamples.shop());
  }

  @Test
  void snapshotThatThrows_isReportedAndTheRecordingGoesOn() throws Exception {
    List<String> errors = new ArrayList<>();
    BlockingQueue<Report> answers = new LinkedBlockingQueue<>();
    JfrSink sink = new JfrSink(answers::remove, e -> errors.add(e.getClass().getSimpleName()));
    sink.register();
    try {
      Path file =
          Recordings.during(
              directory,
              () -> {
                assertThat(errors).containsExactly("NoSuchElementException");
                answers.add(ReportSamples.shop());
              });

      assertThat(RecordingReader.read(file)).isEqualTo(ReportSamples.shop());
    } finally {
      sink.unregister();
    }
  }

  private static Report last() {
    return ReportSamples.shop();
  }

  private static Report counted(AtomicInteger snapshots) {
    snapshots.incrementAndGet();
    return ReportSamples.shop();
  }
}
