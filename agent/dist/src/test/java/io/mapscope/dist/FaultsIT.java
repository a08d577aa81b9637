package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.Discarding;
import io.mapscope.dist.programs.ExactCounts;
import io.mapscope.dist.programs.Halting;
import io.mapscope.dist.programs.ManyLoaders;
import io.mapscope.dist.programs.Momentary;
import io.mapscope.dist.programs.Peculiar;
import io.mapscope.dist.programs.ShortThreads;
import io.mapscope.dist.programs.StoppedThreads;
import io.mapscope.dist.programs.Waiting;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.EndToEnd;
import io.mapscope.harness.Reports;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.Report;
import io.mapscope.profile.UntrackedMaps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong around the agent leaves the application unharmed, and no half-written file. */
final class FaultsIT {
  private static final int HALTED = 9;
  private static final long SIGNAL_MILLIS = 3;
  private static final int VIRTUAL_SINCE = 21;
  private static final int STOP_UNTIL = 20;
  private static final int MANY_PLATFORM_THREADS = 100_000;
  private static final int MANY_VIRTUAL_THREADS = 1_000_000;

  @TempDir private Path directory;

  @Test
  void counts_withoutATemporaryDirectory_areExact() throws Exception {
    Path absent = directory.resolve("no/such");
    Path json = directory.resolve("untemporary.json");

    ChildResult result =
        Programs.child(directory, ExactCounts.class)
            .jvmFlags("-Djava.io.tmpdir=" + absent, "-Dsteps=2000")
            .agent("budget=off", "interval=500ms", "report=" + json)
            .run();

    result.assertExit(0).assertQuiet("java.io.tmpdir directory does not exist");
    OracleComparison.assertExact(new AgentRun(result, Reports.read(json)));
    assertThat(absent).doesNotExist();
  }

  /** JDK 20 took {@code Thread.stop} away. */
  @Test
  void threads_stoppedInTheMidstOfOperations_dieAsWithoutTheAgent() throws Exception {
    Assumptions.assumeTrue(EndToEnd.javaFeature() < STOP_UNTIL, "no Thread.stop");
    Path json = directory.resolve("stopped.json");

    ChildResult result =
        Programs.child(directory, StoppedThreads.class)
            .agent("budget=off", "interval=500ms", "report=" + json)
            .run();

    AgentRun run = new AgentRun(result.assertExit(0).assertQuiet(), Reports.read(json));
    Reports.assertHealthy(run.report());
    assertThat(run.printed("ended", 0)).isEqualTo(300);
    assertThat(run.printed("death", 0))
        .as("a few may be stopped before they run")
        .isGreaterThan(270);
  }

  /**
   * What a full disk is to a process, by the limit that the shell can set for it. Without Flight
   * Recorder, which ends the JVM when it cannot write (JDK-8280684): the agent leaves it before.
   */
  @Test
  void files_thatCannotBeWrittenToTheEnd_areSaidAndNotLeftBehind() throws Exception {
    Path json = directory.resolve("full.json");

    ChildResult result =
        Programs.child(directory, ExactCounts.class)
            .fileSizeLimitKilobytes(8)
            .jvmFlags("-Dsteps=2000", "-XX:-UsePerfData", "-XX:-FlightRecorder")
            .agent("budget=off", "interval=500ms", "report=" + json)
            .run();

    result.assertExit(0);
    assertThat(result.stderr()).contains("cannot write " + json).doesNotContain("\tat ");
    assertNothingLeftOf("full.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "350", "1200"})
  void application_thatHalts_endsAsItSaidAndLeavesNoReport(String millis) throws Exception {
    Path json = directory.resolve("halt.json");

    ChildResult result =
        Programs.child(directory, Halting.class)
            .agent("interval=100ms", "report=" + json)
            .args(millis)
            .run();

    result.assertExit(HALTED).assertQuiet();
    assertThat(result.stdout()).contains("halts");
    assertNothingLeftOf("halt.json");
  }

  @Test
  void application_withPartsOfTheJdkOfItsOwn_isTheFirstToBringThem() throws Exception {
    Path json = directory.resolve("own.json");

    ChildResult result =
        Programs.child(directory, Peculiar.class)
            .jvmFlags(
                "-Djavax.management.builder.initial=" + Peculiar.Builder.class.getName(),
                "-Djava.util.logging.manager=" + Peculiar.Logging.class.getName())
            .agent("interval=100ms", "report=" + json)
            .run();

    result.assertExit(0).assertQuiet();
    assertThat(result.stdout().lines())
        .containsExactly(
            "mine mine", "logging null", "its own true", "logging main", "builder main");
    Reports.assertHealthy(Reports.read(json));
  }

  /** Its hooks run once; what comes while the report is being written must not cut it off. */
  @Test
  void report_signalsWhileItIsWritten_isComplete() throws Exception {
    Path json = directory.resolve("signalled.json");
    Path page = directory.resolve("signalled.html");
    ChildResult result;
    try (ChildJvm child =
        Programs.child(directory, Waiting.class)
            .agent(
                "interval=500ms", "include=java.*;sun.*;jdk.*;io.*", "report=" + json + ";" + page)
            .start()) {
      child.awaitStdout("ready");
      ProcessHandle process = ProcessHandle.of(child.pid()).orElseThrow();
      while (process.isAlive()) {
        process.destroy();
        Thread.sleep(SIGNAL_MILLIS);
      }
      result = child.awaitExit();
    }

    result.assertExit(ChildResult.EXIT_SIGTERM).assertQuiet();
    Reports.assertHealthy(Reports.read(json));
    assertThat(Files.readString(page)).endsWith("</html>\n");
    assertThat(directory.toFile().list()).noneMatch(name -> name.endsWith(".tmp"));
  }

  @Test
  void counts_ofTenMillionMomentaryMaps_areExactInLittleMemory() throws Exception {
    Path json = directory.resolve("momentary.json");

    ChildResult result =
        Programs.child(directory, Momentary.class)
            .jvmFlags("-Xmx96m")
            .timeout(Duration.ofMinutes(5))
            .agent("budget=off", "interval=500ms", "report=" + json)
            .run();

    result.assertExit(0).assertQuiet();
    AgentRun run = new AgentRun(result, Reports.read(json));
    Reports.assertHealthy(run.report());
    long maps = run.printed("maps", 0);
    assertThat(counted(run.report(), Operation.PUT_NEW)).isEqualTo(maps);
    assertThat(counted(run.report(), Operation.GET_HIT)).isEqualTo(maps);
  }

  /** Of the program's own maps and of those that are nobody's, since most have no site. */
  private static long counted(Report report, Operation operation) {
    Stream<OperationCounts> own =
        report.maps().stream()
            .filter(map -> map.site().className().equals(Momentary.class.getName()))
            .map(MapProfile::operations);
    Stream<OperationCounts> nobodys =
        report.agent().untracked().stream()
            .filter(maps -> maps.reason().equals("over-budget"))
            .map(UntrackedMaps::operations);
    return Stream.concat(own, nobodys).mapToLong(counts -> counts.get(operation)).sum();
  }

  @Test
  void loaders_thousandThatTheApplicationDrops_areCountedAndNotKept() throws Exception {
    Path json = directory.resolve("loaders.json");

    ChildResult result =
        Programs.child(directory, ManyLoaders.class)
            .jvmFlags("-Xmx128m", "-XX:MaxMetaspaceSize=96m")
            .timeout(Duration.ofMinutes(3))
            .agent("budget=off", "interval=500ms", "report=" + json)
            .run();

    result.assertExit(0).assertQuiet();
    AgentRun run = new AgentRun(result, Reports.read(json));
    Reports.assertHealthy(run.report());
    assertThat(run.printed("living", 0)).isZero();
    for (Class<?> mapClass : List.of(ConcurrentHashMap.class, HashMap.class)) {
      assertThat(mergesOfTenants(run, mapClass))
          .as(mapClass.getName())
          .isEqualTo(run.printed("merges", 0));
    }
  }

  /** By the place alone: a class that is gone before it was looked at has no fields any more. */
  private static long mergesOfTenants(AgentRun run, Class<?> mapClass) {
    return run.report().maps().stream()
        .filter(map -> map.site().className().equals(ManyLoaders.class.getName() + "$Tenant"))
        .filter(map -> map.mapClass().equals(mapClass.getName()))
        .mapToLong(map -> map.operations().get(Operation.MERGE))
        .sum();
  }

  @Test
  void accounts_ofMapsThatAreCollected_areLetGo() throws Exception {
    try (ChildJvm child =
        Programs.child(directory, Discarding.class)
            .timeout(Duration.ofMinutes(3))
            .agent("interval=500ms")
            .start()) {
      child.awaitStdout("dropped");
      JvmState state = JvmState.await(child.pid(), seen -> accounts(seen) < Discarding.MAPS / 10);
      assertThat(accounts(state)).isLessThan(Discarding.MAPS / 10);
    }
  }

  private static long accounts(JvmState state) {
    return state.instances("java.util.MapscopeTally");
  }

  @Test
  void counts_ofThreadsWithoutNumber_areExactAndTheirCellsAreFolded() throws Exception {
    boolean virtual = EndToEnd.javaFeature() >= VIRTUAL_SINCE;
    Path json = directory.resolve("threads.json");
    int others = virtual ? MANY_VIRTUAL_THREADS : 0;

    ChildResult result =
        Programs.child(directory, ShortThreads.class)
            .jvmFlags("-Xmx256m")
            .timeout(Duration.ofMinutes(5))
            .agent("budget=off", "interval=500ms", "report=" + json)
            .args(Integer.toString(MANY_PLATFORM_THREADS), Integer.toString(others))
            .run();

    result.assertExit(0).assertQuiet();
    AgentRun run = new AgentRun(result, Reports.read(json));
    Reports.assertHealthy(run.report());
    long merges = run.map(ShortThreads.class, "MERGED").operations().get(Operation.MERGE);
    assertThat(merges)
        .isEqualTo(run.printed("merges", 0))
        .isEqualTo(MANY_PLATFORM_THREADS + others);
  }

  /** Neither the file nor the temporary one that it would have come from. */
  private void assertNothingLeftOf(String file) throws IOException {
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.contains(file));
    }
  }
}
