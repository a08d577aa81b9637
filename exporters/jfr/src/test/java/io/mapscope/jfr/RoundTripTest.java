package io.mapscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

  @TempDir Path directory;

  static Stream<Report> samples() {
    Stream<Report> fixed =
        Stream.of(ReportSamples.shop(), ReportSamples.empty(), ReportSamples.nasty());
    return Stream.concat(fixed, LongStream.range(0, 5).mapToObj(ReportSamples::random));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void report_recordedAndRead_isTheSame(Report report) throws Exception {
    assertThat(RecordingReader.read(Recordings.of(directory, report))).isEqualTo(report);
  }

  @Test
  void report_withThousandsOfSites_isTheSameInTheSameOrder() throws Exception {
    Report report = ReportSamples.report(manyMaps(3000));

    assertThat(RecordingReader.read(Recordings.of(directory, report))).isEqualTo(report);
  }

  /** Fails with the JDK 17 for texts that JFR pools; see Texts. */
  @Test
  void recordingsOneAfterAnother_eachWrittenByANewThread_areAllRead() throws Exception {
    for (int i = 0; i < 10; i++) {
      Path file = Recordings.during(directory, () -> inANewThread(ReportSamples.shop()));

      assertThat(RecordingReader.read(file)).isEqualTo(ReportSamples.shop());
    }
  }

  @Test
  void severalSets_read_givesTheNewest() throws Exception {
    EventSetWriter writer = new EventSetWriter(new FindingEvents(mapId -> null));
    Path file =
        Recordings.during(
            directory,
            () -> {
              writer.write(ReportSamples.shop());
              writer.write(ReportSamples.random(1));
              writer.write(ReportSamples.random(2));
            });

    assertThat(RecordingReader.read(file)).isEqualTo(ReportSamples.random(2));
  }

  @Test
  void finalSet_isTheLast() throws Exception {
    EventSetWriter writer = new EventSetWriter(new FindingEvents(mapId -> null));
    Path file =
        Recordings.during(
            directory,
            () -> {
              writer.writeFinal(ReportSamples.shop());
              writer.write(ReportSamples.empty());
            });

    assertThat(RecordingReader.read(file)).isEqualTo(ReportSamples.shop());
  }

  @Test
  void newestSetIncomplete_read_givesTheOneBefore() throws Exception {
    EventSetWriter writer = new EventSetWriter(new FindingEvents(mapId -> null));
    Path file =
        Recordings.during(
            directory,
            () -> {
              writer.write(ReportSamples.shop());
              writer.write(ReportSamples.empty());
              MapStatistics lost = new MapStatistics();
              MapStatisticsMapping.fill(lost, ReportSamples.shop().maps().get(0), 1);
              lost.run = writer.run();
              lost.set = 3;
              lost.commit();
            });

    assertThat(RecordingReader.read(file)).isEqualTo(ReportSamples.empty());
  }

  @Test
  void twoRunsInOneRecording_areReadApart() throws Exception {
    Report later = laterThan(ReportSamples.shop());
    Path file =
        Recordings.during(
            directory,
            () -> {
              new EventSetWriter(new FindingEvents(mapId -> null)).write(later);
              new EventSetWriter(new FindingEvents(mapId -> null)).write(ReportSamples.shop());
            });

    assertThat(RecordingReader.readAll(file)).containsExactly(ReportSamples.shop(), later);
    assertThatThrownBy(() -> RecordingReader.read(file))
        .isInstanceOf(UnreadableRecording.class)
        .hasMessage(file + ": holds 2 runs of the agent where one was expected");
  }

  @Test
  void mapEventsSwitchedOff_read_saysSo() throws Exception {
    Path file = directory.resolve("half.jfr");
    try (Recording recording = new Recording()) {
      recording.disable(MapStatistics.class);
      recording.start();
      new EventSetWriter(new FindingEvents(mapId -> null)).write(ReportSamples.shop());
      recording.stop();
      recording.dump(file);
    }

    assertThatThrownBy(() -> RecordingReader.readAll(file))
        .isInstanceOf(UnreadableRecording.class)
        .hasMessage(
            file
                + ": holds no complete set of Mapscope events; was mapscope.MapStatistics"
                + " or mapscope.AgentStatistics switched off?");
  }

  @Test
  void chunkEndsWithinASet_read_findsTheWholeSet() throws Exception {
    Report report = ReportSamples.report(manyMaps(200));
    Path file = directory.resolve("chunks.jfr");
    try (Recording recording = new Recording();
        Recording other = new Recording()) {
      recording.start();
      Thread rotating = new Thread(other::start);
      rotating.start();
      new EventSetWriter(new FindingEvents(mapId -> null)).write(report);
      rotating.join(Duration.ofSeconds(60).toMillis());
      recording.stop();
      recording.dump(file);
    }

    assertThat(RecordingReader.read(file)).isEqualTo(report);
  }

  private static void inANewThread(Report report) {
    Thread thread =
        new Thread(() -> new EventSetWriter(new FindingEvents(mapId -> null)).write(report));
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Report laterThan(Report report) {
    return new Report(
        report.generatedAt().plusSeconds(60),
        report.durationSeconds(),
        report.jvm(),
        report.agent(),
        report.maps());
  }

  private static List<MapProfile> manyMaps(int count) {
    List<MapProfile> few = ReportSamples.shop().maps();
    List<MapProfile> many = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> many.add(few.get(i % few.size())));
    return many;
  }
}
