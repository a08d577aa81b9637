package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.mapscope.dist.programs.Attachable;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.MetricStore;
import io.mapscope.harness.Reports;
import io.mapscope.harness.Tool;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent leaves a JVM that works as it found it, and can come again. */
final class DetachIT {
  private static final int UNREACHABLE = 3;
  private static final int CYCLES = 20;

  /** After these the JDK's own classes that an attach needs are all loaded. */
  private static final int FIRST_STEADY = 4;

  @TempDir private Path directory;

  @Test
  void detach_underLoad_writesTheLastReportAndCountsNoMore() throws Exception {
    Path json = directory.resolve("report.json");
    Path jfr = directory.resolve("app.jfr");
    try (AttachedProgram program = AttachedProgram.start(directory)) {
      String pid = Long.toString(program.pid());
      program.command("attach", pid, "report=" + json, "jfr=" + jfr).assertExit(0);
      program.operate();

      program.command("detach", pid).assertExit(0);

      assertCountedOnce(Reports.read(json));
      assertThat(jfr).isNotEmptyFile();
      Files.delete(json);
      program.operate();
      assertThat(program.command("detach", pid).assertExit(UNREACHABLE).stderr())
          .contains("has no Mapscope");
      program.stop();
    }
    assertThat(json).as("a report at exit of an agent that has left").doesNotExist();
  }

  @Test
  void detach_thenAttach_countsFromZeroWithOtherOptions() throws Exception {
    Path json = directory.resolve("second.json");
    try (AttachedProgram program = AttachedProgram.start(directory)) {
      String pid = Long.toString(program.pid());
      program.command("attach", pid, "maps=jdk", "exclude=io.mapscope.*").assertExit(0);
      program.operate();
      program.command("detach", pid).assertExit(0);
      program.operate();
      program.command("attach", pid, "report=" + json).assertExit(0);
      program.operate();
      ChildResult result = program.stop();

      assertThat(result.stderr()).doesNotContain("mapscope:");
    }
    assertCountedOnce(Reports.read(json));
  }

  /** Threads, classes and memory of a JVM that the agent has visited twenty times. */
  @Test
  void detach_twentyTimes_leavesNothingBehind() throws Exception {
    try (AttachedProgram program = AttachedProgram.start(directory)) {
      visit(program, FIRST_STEADY);
      JvmState steady = JvmState.of(program.pid());
      visit(program, CYCLES - FIRST_STEADY);
      JvmState last = JvmState.of(program.pid());

      assertThat(last.threads()).noneMatch(thread -> thread.contains("mapscope"));
      assertThat(last.instances(JvmState.AGENT_LOADER))
          .as("class loaders of the agent")
          .isLessThanOrEqualTo(1);
      assertThat(last.threads()).hasSizeLessThanOrEqualTo(steady.threads().size());
      assertThat(last.loadedByOthers()).isLessThan(steady.loadedByOthers() + 300);
      assertThat(last.recorderBytes()).isLessThan(2 * steady.recorderBytes());
      program.stop();
    }
  }

  /** Both ways out have threads, connections and class loaders of their own. */
  @Test
  void detach_withMetricsGoingOut_leavesNothingBehindAndCanComeAgain() throws Exception {
    try (MetricStore store = store();
        AttachedProgram program = AttachedProgram.start(directory, sending(store))) {
      String[] options = {"otlp=on", "prometheus=0"};
      visit(program, FIRST_STEADY, options);
      JvmState steady = JvmState.of(program.pid());
      visit(program, FIRST_STEADY, options);
      JvmState last = JvmState.await(program.pid(), DetachIT::isSettled);

      assertThat(last.threads())
          .noneMatch(thread -> thread.contains("mapscope"))
          .noneMatch(thread -> thread.contains("PeriodicMetricReader"))
          .noneMatch(thread -> thread.contains("BatchLogRecordProcessor"))
          .noneMatch(thread -> thread.contains("HttpClient"));
      assertThat(last.instances(JvmState.AGENT_LOADER))
          .as("class loaders of the agent")
          .isLessThanOrEqualTo(1);
      assertThat(last.threads()).hasSizeLessThanOrEqualTo(steady.threads().size());
      assertThat(last.loadedByOthers()).isLessThan(steady.loadedByOthers() + 300);

      String got =
          "max(last_over_time(mapscope_map_operations_total{service_name=\"left\","
              + "mapscope_outcome=\"hit\"}[5m]))";
      store.awaitValue(got, Attachable.HITS); // fails when it has not come
      program.stop();
    }
  }

  /** The JDK's HTTP client is cleaned up, and lets go of our classes, when it was collected. */
  private static boolean isSettled(JvmState state) {
    return !state.hasThread("HttpClient") && state.instances(JvmState.AGENT_LOADER) <= 1;
  }

  private static String[] sending(MetricStore store) {
    return new String[] {
      "-Dotel.service.name=left",
      "-Dotel.logs.exporter=none",
      "-Dotel.metric.export.interval=100",
      "-Dotel.exporter.otlp.metrics.endpoint=" + store.otlpMetricsEndpoint()
    };
  }

  private MetricStore store() throws Exception {
    try {
      return MetricStore.start(directory);
    } catch (Tool.Missing missing) {
      return abort(missing.toString());
    }
  }

  private static void visit(AttachedProgram program, int times, String... options)
      throws Exception {
    String pid = Long.toString(program.pid());
    String[] attach =
        Stream.concat(Stream.of("attach", pid, "interval=100ms"), Stream.of(options))
            .toArray(String[]::new);
    for (int n = 0; n < times; n++) {
      program.command(attach).assertExit(0);
      program.operate();
      program.command("detach", pid).assertExit(0);
    }
  }

  /** The JVM keeps the first entry class it has loaded, which must run what is in the newer jar. */
  @Test
  void attach_newerVersionAfterDetach_runsTheNewerOne() throws Exception {
    Path newer = OtherJar.withVersion(directory, "9.9.9");
    Path json = directory.resolve("newer.json");
    try (AttachedProgram program = AttachedProgram.start(directory)) {
      String pid = Long.toString(program.pid());
      program.command("attach", pid).assertExit(0);
      program.command("detach", pid).assertExit(0);
      CommandLine.runFrom(newer, directory.resolve("n"), "attach", pid, "report=" + json)
          .assertExit(0);
      program.operate();
      program.command("detach", pid).assertExit(0);

      Report report = Reports.read(json);
      assertCountedOnce(report);
      assertThat(report.agent().version()).isEqualTo("9.9.9");
      program.stop();
    }
  }

  @Test
  void attach_versionWithAnotherRecorder_isRefusedAndTheJvmGoesOn() throws Exception {
    Path other = OtherJar.withOtherRecorder(directory);
    try (AttachedProgram program = AttachedProgram.start(directory)) {
      String pid = Long.toString(program.pid());
      program.command("attach", pid).assertExit(0);
      program.command("detach", pid).assertExit(0);

      ChildResult refused =
          CommandLine.runFrom(other, directory.resolve("o"), "attach", pid).assertExit(UNREACHABLE);

      assertThat(refused.stderr())
          .contains("a Mapscope of another version was in this JVM before")
          .doesNotContain("\tat ");
      program.command("attach", pid).assertExit(0);
      program.stop();
    }
  }

  private static void assertCountedOnce(Report report) {
    Reports.assertHealthy(report);
    MapProfile counted = AttachIT.usedIn(report, "counted");
    assertThat(counted.operations().get(Operation.GET_HIT)).isEqualTo(Attachable.HITS);
    assertThat(counted.operations().get(Operation.GET_MISS)).isEqualTo(Attachable.MISSES);
    assertThat(counted.operations().get(Operation.PUT_REPLACE)).isEqualTo(Attachable.REPLACED);
    assertThat(AttachIT.usedIn(report, "plain").operations().get(Operation.GET_HIT))
        .isEqualTo(Attachable.HITS);
  }
}
