package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.Again;
import io.mapscope.dist.programs.BrokenOperations;
import io.mapscope.dist.programs.FoughtFor;
import io.mapscope.dist.programs.HealthyMaps;
import io.mapscope.dist.programs.HotMaps;
import io.mapscope.dist.programs.Loads;
import io.mapscope.dist.programs.MakingMaps;
import io.mapscope.dist.programs.ProperCompounds;
import io.mapscope.dist.programs.ProperSharing;
import io.mapscope.dist.programs.RacingMap;
import io.mapscope.dist.programs.Traversals;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.Reports;
import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Report;
import io.mapscope.profile.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operations counted in windows, to stay within a CPU budget. */
final class GovernorIT {
  /** So little that nothing is cold: windows from the first second on, as rare as they get. */
  private static final String HARDLY_ANY = "budget=0.0001%";

  /** Far more than one window opens in this time. */
  private static final String SECONDS = "5";

  private static final int SEEDS = 2;

  /** Where the recorder's methods ask for the gate, or what it was: their first branch. */
  private static final int FIRST_BRANCH = 4;

  @TempDir private Path directory;

  @Test
  void counts_ofHotMaps_areEstimatesWhoseIntervalsContainTheTruth() throws Exception {
    AgentRun run = AgentRun.of(directory, HotMaps.class, "budget=1%");

    assertThat(run.report().agent().coverage()).isBetween(0.0001, 0.95);
    assertThat(run.report().agent().overheadRatio()).isPositive();
    assertContains(run.map(HotMaps.class, "SHARED"), Operation.GET_HIT, run.printed("reads", 0));
    MapProfile written = run.map(HotMaps.class, "LATER_SHARED");
    assertContains(written, Operation.PUT_REPLACE, run.printed("writes", 0));
    MapProfile cold = run.map(HotMaps.class, "COLD");
    assertContains(cold, Operation.PUT_REPLACE, run.printed("puts", 0) - cold.entries());
  }

  /** Several seeds: 95 of 100 intervals contain the truth, so one of these may miss it. */
  @Test
  void counts_ofLoadsOfAllKinds_areEstimatesWhoseIntervalsContainTheTruth() throws Exception {
    List<String> missed = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      Path json = directory.resolve("loads-" + seed + ".json");
      ChildResult result =
          Programs.child(directory, Loads.class)
              .agent("budget=0.2%", "interval=1s", "report=" + json)
              .args(String.valueOf(seed))
              .run();
      result.assertExit(0).assertQuiet();
      AgentRun run = new AgentRun(result, Reports.read(json));
      Reports.assertHealthy(run.report());
      assertThat(run.report().agent().coverage()).isBetween(0.0001, 0.95);
      for (String load : List.of("steady", "bursty", "periodic", "phases")) {
        MapProfile map = run.map(Loads.class, load.toUpperCase(Locale.ROOT));
        long error = Objects.requireNonNull(map.facts().operationErrors()).get(Operation.GET_HIT);
        long estimate = map.operations().get(Operation.GET_HIT);
        long truth = run.printed(load, 0);
        if (Math.abs(estimate - truth) > error) {
          missed.add(load + " " + truth + " estimated as " + estimate + " +- " + error);
        }
      }
    }
    assertThat(missed).hasSizeLessThanOrEqualTo(1);
  }

  /** Recording lengthens the time for which the lock is held, and everybody waits for that. */
  @Test
  void counts_ofAMapWhoseLockIsFoughtFor_areEstimatesWhoseIntervalsContainTheTruth()
      throws Exception {
    AgentRun run = AgentRun.of(directory, FoughtFor.class, "budget=1%");

    assertThat(run.report().agent().coverage()).isBetween(0.0001, 0.95);
    assertContains(run.map(FoughtFor.class, "TABLE"), Operation.GET_HIT, run.printed("reads", 0));
  }

  @Test
  void queue_whereEveryOperationIsCounted_isTold() throws Exception {
    ChildResult result =
        Programs.child(directory, FoughtFor.class).agent("budget=off").args("8", "slow").run();

    result.assertExit(0);
    assertThat(result.stderr())
        .containsOnlyOnce("threads queue for the lock of ")
        .contains("FoughtFor.TABLE");
  }

  private static void assertContains(MapProfile map, Operation operation, long truth) {
    long error = Objects.requireNonNull(map.facts().operationErrors()).get(operation);
    long estimate = map.operations().get(operation);
    assertThat(truth)
        .as("%s of %s, estimated as %s", operation, map.site().field(), estimate)
        .isBetween(estimate - error, estimate + error);
  }

  @Test
  void counts_ofAColdApplication_areExactAndComplete() throws Exception {
    Path json = directory.resolve("cold.json");
    ChildResult result =
        Programs.child(directory, HotMaps.class)
            .agent("budget=1%", "interval=1s", "report=" + json)
            .args("cold")
            .run();

    result.assertExit(0).assertQuiet();
    Report report = Reports.read(json);
    Reports.assertHealthy(report);
    MapProfile cold = new AgentRun(result, report).map(HotMaps.class, "COLD");
    assertThat(report.agent().coverage()).isEqualTo(1);
    assertThat(cold.facts().operationErrors()).isNull();
    assertThat(cold.operations().total())
        .isEqualTo(new AgentRun(result, report).printed("puts", 0));
  }

  /** They are recorded all the time, whatever the gate: shutting it would save nothing. */
  @Test
  void births_byTheHundredThousand_leaveOperationsCountedCompletely() throws Exception {
    Path json = directory.resolve("making.json");
    ChildResult result =
        Programs.child(directory, MakingMaps.class).agent("budget=1%", "report=" + json).run();

    result.assertExit(0).assertQuiet();
    AgentRun run = new AgentRun(result, Reports.read(json));
    Reports.assertHealthy(run.report());
    assertThat(run.printed("made", 0)).isGreaterThan(1_000_000);
    assertThat(run.report().agent().overheadRatio()).isBetween(0.0, 1.0);
    MapProfile used = run.map(MakingMaps.class, "USED");
    assertThat(used.facts().operationErrors()).isNull();
    assertThat(used.operations().total()).isEqualTo(run.printed("puts", 0));
  }

  /** "unstable_if": a branch that the compiler had taken for one that is never taken. */
  @Test
  void windows_openAndClose_deoptimizeHardlyAnything() throws Exception {
    Path recording = directory.resolve("compiled.jfr");
    ChildResult result =
        Programs.child(directory, HotMaps.class)
            .jvmFlags("-XX:StartFlightRecording:filename=" + recording)
            .agent("budget=1%", "report=" + directory.resolve("hot.json"))
            .run();

    result.assertExit(0);
    assertThat(Reports.read(directory.resolve("hot.json")).agent().coverage()).isLessThan(0.95);
    assertThat(RecordingFile.readAllEvents(recording))
        .filteredOn(event -> event.getEventType().getName().equals("jdk.Deoptimization"))
        .filteredOn(event -> event.getString("reason").equals("unstable_if"))
        .filteredOn(event -> event.getInt("bci") <= FIRST_BRANCH)
        .extracting(event -> event.<RecordedMethod>getValue("method"))
        .extracting(method -> method.getType().getName() + "." + method.getName())
        .filteredOn(GovernorIT::asksTheGate)
        .as("few: where the compiler comes late it has not seen all of the rehearsal (25: two)")
        .hasSizeLessThanOrEqualTo(3);
  }

  /** Whether it stands between a map's operation and the account. */
  private static boolean asksTheGate(String method) {
    return method.startsWith("java.util.MapscopeCounts.")
        || method.startsWith("java.util.MapscopeNesting.")
        || method.startsWith("java.util.MapscopeWriters.enter")
        || method.startsWith("java.util.MapscopeWriters.leave");
  }

  @Test
  void races_seenInWindows_areFound() throws Exception {
    Report report = again(RacingMap.class, "budget=1%");

    assertThat(report.agent().coverage()).isLessThan(1);
    assertThat(report.findings())
        .filteredOn(finding -> finding.rule().equals("unsafe-shared-map"))
        .extracting(Finding::title)
        .singleElement()
        .asString()
        .contains("race inside it");
    assertThat(maps(report, "LOCKED")).allMatch(map -> map.misuse().overlaps() == 0);
  }

  @Test
  void windows_aroundProperSharing_claimNoOverlap() throws Exception {
    for (Class<?> program : List.of(ProperSharing.class, BrokenOperations.class)) {
      Report report = again(program, HARDLY_ANY);

      assertThat(report.agent().coverage()).as(program.getName()).isLessThan(1);
      assertThat(report.maps()).isNotEmpty().allMatch(map -> map.misuse().overlaps() == 0);
    }
  }

  /**
   * Pairs alone are no claim here: run again, the program has other threads write the same keys.
   */
  @Test
  void windows_betweenAReadAndItsWrite_claimNoLostUpdate() throws Exception {
    Report report = again(ProperCompounds.class, HARDLY_ANY);

    assertThat(report.agent().coverage()).isLessThan(1);
    assertThat(report.maps()).isNotEmpty().allMatch(map -> map.misuse().lostRaces() <= 0);
  }

  @Test
  void windows_withinALoop_claimNoTornOne() throws Exception {
    Report report = again(Traversals.class, HARDLY_ANY);

    for (String whole : List.of("WRITTEN_BETWEEN", "WRITTEN_BY_ITSELF", "KEPT")) {
      assertThat(maps(report, whole)).isNotEmpty();
      assertThat(maps(report, whole)).allMatch(map -> map.misuse().tornTraversals() <= 0);
    }
  }

  @Test
  void windows_onHealthyMaps_giveNoWarning() throws Exception {
    Report report = again(HealthyMaps.class, HARDLY_ANY);

    assertThat(report.agent().coverage()).isLessThan(1);
    assertThat(report.findings()).allMatch(finding -> finding.severity() == Severity.INFO);
  }

  /** The report of {@code program}, run for some seconds. */
  private Report again(Class<?> program, String budget) throws Exception {
    Path json = directory.resolve(program.getSimpleName() + ".json");
    ChildResult result =
        Programs.child(directory, Again.class)
            .agent(budget, "interval=500ms", "report=" + json)
            .args(program.getName(), SECONDS)
            .run();
    result.assertExit(0).assertQuiet();
    Report report = Reports.read(json);
    Reports.assertHealthy(report);
    return report;
  }

  private static List<MapProfile> maps(Report report, String field) {
    return report.maps().stream()
        .filter(map -> map.site().field() != null && map.site().field().endsWith("." + field))
        .toList();
  }
}
