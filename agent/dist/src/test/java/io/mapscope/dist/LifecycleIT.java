package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.Waiting;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.EndToEnd;
import io.mapscope.harness.Reports;
import io.mapscope.profile.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent starts with the application or not at all, and leaves its report however that ends. */
final class LifecycleIT {
  @TempDir private Path directory;

  @Test
  void report_applicationEndedBySignal_isWritten() throws Exception {
    Path json = directory.resolve("r.json");
    ChildResult result;
    try (ChildJvm child = waiting().agent("report=" + json).start()) {
      child.awaitStdout("ready");
      result = child.terminate();
    }

    result.assertExit(ChildResult.EXIT_SIGTERM).assertQuiet();
    Report report = Reports.read(json);
    assertThat(Reports.mapsInFieldsOf(report, Waiting.class.getName())).hasSize(1);
  }

  @Test
  void report_applicationCallsExit_isWritten() throws Exception {
    Path json = directory.resolve("r.json");

    waiting().agent("report=" + json).args("exit").run().assertExit(7).assertQuiet();

    Reports.assertHealthy(Reports.read(json));
  }

  @Test
  void recording_applicationThatEndsAtOnce_isThereOrItIsSaidWhyNot() throws Exception {
    Path jfr = directory.resolve("app.jfr");

    ChildResult result = waiting().agent("jfr=" + jfr).args("exit").run();

    result.assertExit(7);
    assertThat(result.stderr())
        .isEqualToIgnoringNewLines(
            Files.exists(jfr)
                ? ""
                : "mapscope: cannot record to "
                    + jfr
                    + ": the application has ended before Flight Recorder could start");
  }

  /** The first one that a JVM links costs 20 ms of CPU, and the application would wait for it. */
  @Test
  void start_beforeMain_linksNoLambda() throws Exception {
    assertThat(loadedBeforeMain())
        .anyMatch(line -> line.contains("io.mapscope.weaver.Weaver "))
        .noneMatch(line -> line.contains("io.mapscope") && line.contains("$$Lambda"));
  }

  /** The build has woven them; doing it again costs more than all the rest of the start. */
  @Test
  void start_onAJdkThatTheBuildKnows_weavesNoClass() throws Exception {
    assertThat(loadedBeforeMain())
        .anyMatch(line -> line.contains("io.mapscope.weaver.Prewoven "))
        .noneMatch(line -> line.contains("io.mapscope.shaded.asm.ClassReader "));
  }

  private List<String> loadedBeforeMain() throws Exception {
    Path loads = directory.resolve("loads.txt");

    waiting()
        .agent()
        .jvmFlags("-Xlog:class+load:file=" + loads)
        .args("exit")
        .run()
        .assertExit(7)
        .assertQuiet();

    return Files.readAllLines(loads).stream()
        .takeWhile(line -> !line.contains("io.mapscope.runtime.start.AgentStart$AtExit"))
        .toList();
  }

  @Test
  void options_fromPropertyEnvironmentAndFile_areHonoured() throws Exception {
    Path config = directory.resolve("mapscope.properties");
    Path json = directory.resolve("from-file.json");
    Files.writeString(config, "report=" + json.toString().replace("\\", "/") + "\n");

    waiting()
        .agent()
        .jvmFlags("-Dmapscope.interval=200ms")
        .environment("MAPSCOPE_CONFIG", config.toString())
        .args("exit")
        .run()
        .assertExit(7)
        .assertQuiet();

    assertThat(json).exists();
  }

  @Test
  void options_mistaken_areAllNamedAndTheApplicationRunsWithoutTheAgent() throws Exception {
    Path absent = directory.resolve("no/such");
    Path missing = absent.resolve("r.json");

    ChildResult result =
        waiting().agent("reprot=x.json", "interval=soon", "report=" + missing).args("exit").run();

    result.assertExit(7);
    assertThat(result.stdout()).contains("ready");
    assertThat(result.stderr())
        .contains("unknown option reprot")
        .contains("interval='soon'")
        .contains(absent.toString())
        .contains("the agent is off, the application runs without it")
        .doesNotContain("\tat ");
    assertThat(Files.list(directory)).noneMatch(file -> file.toString().endsWith(".json"));
  }

  @Test
  void agent_disabled_saysAndWritesNothing() throws Exception {
    Path json = directory.resolve("r.json");

    waiting()
        .agent("enabled=false", "report=" + json)
        .args("exit")
        .run()
        .assertExit(7)
        .assertQuiet();

    assertThat(json).doesNotExist();
  }

  @Test
  void agent_secondOneInTheJvm_staysOutAndTheFirstWorks() throws Exception {
    Path json = directory.resolve("r.json");

    ChildResult result =
        waiting()
            .agent("report=" + json)
            .jvmFlags("-javaagent:" + EndToEnd.agentJar())
            .args("exit")
            .run();

    result.assertExit(7);
    assertThat(result.stderr()).contains("there is a Mapscope in this JVM already");
    Reports.assertHealthy(Reports.read(json));
  }

  private ChildJvmBuilder waiting() throws Exception {
    return Programs.child(directory, Waiting.class);
  }
}
