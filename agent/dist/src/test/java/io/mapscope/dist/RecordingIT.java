package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.ExactCounts;
import io.mapscope.dist.programs.Waiting;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.Reports;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recording tells the same as the live report, through the jar's own command line. */
final class RecordingIT {
  @TempDir private Path directory;

  @Test
  void report_readBackFromTheRecording_equalsTheLiveOne() throws Exception {
    Path jfr = directory.resolve("app.jfr");
    AgentRun live = AgentRun.of(directory, ExactCounts.class, "jfr=" + jfr);
    Path again = directory.resolve("again.json");

    CommandLine.run(directory, "report", jfr.toString(), "-o", again.toString()).assertExit(0);

    assertThat(Reports.read(again)).isEqualTo(live.report());
    assertThat(live.report().maps()).isNotEmpty();
  }

  @Test
  void events_recordingStartedByTheUser_areInIt() throws Exception {
    Path jfr = directory.resolve("user.jfr");

    Programs.child(directory, Waiting.class)
        .agent()
        .jvmFlags("-XX:StartFlightRecording=filename=" + jfr)
        .args("exit")
        .run()
        .assertExit(7);

    ChildResult text = CommandLine.run(directory, "report", jfr.toString());
    text.assertExit(0);
    assertThat(text.stdout()).contains("Waiting.MAP").contains("ConcurrentHashMap");
  }

  @Test
  void report_unreadableInputs_areEachNamedInOneLineWithStatus2() throws Exception {
    Path text = Files.writeString(directory.resolve("text.jfr"), "not a recording");
    Path missing = directory.resolve("missing.jfr");

    ChildResult result = CommandLine.run(directory, "report", text.toString(), missing.toString());

    result.assertExit(2);
    assertThat(result.stderr())
        .contains(text.toString())
        .contains(missing.toString())
        .doesNotContain("\tat ");
  }

  @Test
  void commandLine_version_isPrinted() throws Exception {
    ChildResult result = CommandLine.run(directory, "--version");

    result.assertExit(0);
    assertThat(result.stdout()).containsPattern("\\d+\\.\\d+");
  }
}
