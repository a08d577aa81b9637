package io.mapscope.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.harness.Reports;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordingFile;

/** The report and the recording that one agent is told to leave, and what must be true of both. */
record AgentFiles(Path report, Path recording) {
  static AgentFiles in(Path directory) {
    return new AgentFiles(directory.resolve("report.json"), directory.resolve("recording.jfr"));
  }

  /** Options that count every operation and leave both files. */
  String[] options() {
    return new String[] {
      "budget=off", "interval=1s", "report=" + report, "jfr=" + recording,
    };
  }

  /** Asserts that the agent stayed well and counted all of the traffic it saw. */
  Report assertHealthyReport() throws IOException {
    final Report read = Reports.read(report);
    Reports.assertHealthy(read);
    assertThat(read.agent().coverage()).isEqualTo(1.0);
    return read;
  }

  /** Asserts that the recording holds statistics of maps. */
  void assertRecordedStatistics() throws IOException {
    assertThat(RecordingFile.readAllEvents(recording))
        .extracting(event -> event.getEventType().getName())
        .contains("mapscope.MapStatistics", "mapscope.AgentStatistics");
  }

  /** Names of the fields, each once per profile. */
  static List<String> fields(List<MapProfile> maps) {
    return maps.stream().map(map -> String.valueOf(map.site().field())).toList();
  }

  /** Successful and failed look-ups by key. */
  static long gets(List<MapProfile> maps) {
    return maps.stream()
        .map(MapProfile::operations)
        .mapToLong(counts -> counts.get(Operation.GET_HIT) + counts.get(Operation.GET_MISS))
        .sum();
  }
}
