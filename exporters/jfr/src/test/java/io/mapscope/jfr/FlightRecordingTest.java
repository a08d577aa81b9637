package io.mapscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mapscope.profile.ReportSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlightRecordingTest {
  private static final Duration PERIOD = Duration.ofSeconds(10);

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = directory.resolve("app.jfr");
  }

  @Test
  void close_writesTheFileAndNothingElse() throws Exception {
    Files.writeString(file, "an older recording");
    FlightRecording recording = FlightRecording.start(file, PERIOD);
    assertThat(file).hasContent("an older recording");
    Recordings.sink(ReportSamples::empty).emitFinal(ReportSamples.shop());
    recording.close();

    assertThat(RecordingReader.read(file)).isEqualTo(ReportSamples.shop());
    assertThat(filesInDirectory()).containsExactly(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void recording_tellsTheMachineButNotTheCommandLine() throws Exception {
    FlightRecording.start(file, PERIOD).close();

    assertThat(RecordingFile.readAllEvents(file))
        .extracting(event -> event.getEventType().getName())
        .contains("jdk.OSInformation", "jdk.CPUInformation")
        .doesNotContain("jdk.JVMInformation", "jdk.InitialSystemProperty");
  }

  /** In a directory where others may write it could be theirs, and lead to any file. */
  @Test
  void close_symbolicLinkInPlaceOfTheFile_isReplacedAndWhatItLeadsToUntouched() throws Exception {
    Path precious = Files.writeString(directory.resolve("precious"), "precious");
    Files.createSymbolicLink(file, precious);
    FlightRecording recording = FlightRecording.start(file, PERIOD);
    Recordings.sink(ReportSamples::empty).emitFinal(ReportSamples.shop());
    recording.close();

    assertThat(Files.isSymbolicLink(file)).isFalse();
    assertThat(RecordingReader.read(file)).isEqualTo(ReportSamples.shop());
    assertThat(precious).hasContent("precious");
  }

  @Test
  void close_userHasStoppedTheRecording_stillWritesTheFile() throws Exception {
    FlightRecording recording = FlightRecording.start(file, PERIOD);
    Recordings.sink(ReportSamples::empty).emitFinal(ReportSamples.shop());
    FlightRecorder.getFlightRecorder().getRecordings().forEach(Recording::stop);
    recording.close();

    assertThat(RecordingReader.read(file)).isEqualTo(ReportSamples.shop());
    assertThat(filesInDirectory()).containsExactly(file);
  }

  @Test
  void close_directoryGone_failsAndEndsTheRecording() throws Exception {
    Path doomed = Files.createDirectory(directory.resolve("doomed"));
    FlightRecording recording = FlightRecording.start(doomed.resolve("app.jfr"), PERIOD);
    for (Path left : filesIn(doomed)) {
      Files.delete(left);
    }
    Files.delete(doomed);

    assertThatThrownBy(recording::close).isInstanceOf(IOException.class);
    assertThat(doomed).doesNotExist();
    assertThat(FlightRecorder.getFlightRecorder().getRecordings()).isEmpty();
  }

  @Test
  void start_directoryMissing_isRefused() {
    Path missing = directory.resolve("no/such/app.jfr");

    assertThatThrownBy(() -> FlightRecording.start(missing, PERIOD))
        .isInstanceOf(RecordingRefused.class)
        .hasMessage("cannot record to " + missing + ": its directory does not exist");
  }

  @Test
  void start_destinationIsDirectory_isRefused() throws Exception {
    assertThatThrownBy(() -> FlightRecording.start(directory, PERIOD))
        .isInstanceOf(RecordingRefused.class)
        .hasMessage("cannot record to " + directory + ": it is a directory");
    assertThat(filesInDirectory()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"early", "late"})
  void exit_whicheverShutdownHookIsFirst_leavesACompleteFile(String order) throws Exception {
    ChildJvm child = ChildJvm.java(List.of(), RecordingProgram.class, file.toString(), order);

    assertThat(child.output())
        .isEqualToNormalizingNewlines(
            order.equals("late") ? "closed by the JDK: true\nwritten\n" : "written\n");
    assertThat(RecordingReader.read(file)).isEqualTo(ReportSamples.shop());
    assertThat(filesInDirectory()).containsExactly(file);
  }

  private List<Path> filesInDirectory() throws IOException {
    return filesIn(directory);
  }

  private static List<Path> filesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }
}
