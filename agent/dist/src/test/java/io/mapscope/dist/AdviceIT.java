package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.ExactCounts;
import io.mapscope.dist.programs.HealthyMaps;
import io.mapscope.dist.programs.RacingMap;
import io.mapscope.dist.programs.RecordedRace;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.Reports;
import io.mapscope.profile.Finding;
import io.mapscope.profile.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings: told once on the console, the same in every report, and nothing about healthy maps. */
final class AdviceIT {
  private static final String RACE = "unsafe-shared-map";

  @TempDir private Path directory;

  @Test
  void racingMap_isToldInOneBlockAndWithTheSameIdInEveryRun() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      Path json = directory.resolve(run + ".json");
      ChildResult result = console(RacingMap.class, "interval=200ms", "report=" + json).run();

      result.assertExit(0);
      assertThat(result.stderr().lines().filter(line -> line.startsWith("mapscope: error: ")))
          .containsExactly("mapscope: error: RacingMap.RACY: threads race inside it");
      assertThat(result.stderr())
          .contains("    instead     java.util.concurrent.ConcurrentHashMap (concurrent)")
          .contains("mapscope: findings at exit: 1 error")
          .doesNotContain("\u001b");
      Report report = Reports.read(json);
      Reports.assertHealthy(report);
      Finding race = race(report);
      assertThat(race.map()).isEqualTo(map(report));
      ids.add(race.id());
    }
    assertThat(ids.get(0)).isEqualTo(ids.get(1));
  }

  @Test
  void healthyMaps_giveNoLineOnTheConsole() throws Exception {
    Path json = directory.resolve("healthy.json");

    console(HealthyMaps.class, "interval=200ms", "report=" + json)
        .run()
        .assertExit(0)
        .assertQuiet();

    assertThat(Reports.read(json).findings()).isEmpty();
  }

  @Test
  void adviceOff_printsNothing_andTheReportHasTheFinding() throws Exception {
    Path json = directory.resolve("off.json");

    console(RacingMap.class, "advice=off", "report=" + json).run().assertExit(0).assertQuiet();

    assertThat(race(Reports.read(json)).severity().jsonName()).isEqualTo("error");
  }

  @Test
  void recording_givesTheFindingsThatWereMadeLive() throws Exception {
    Path jfr = directory.resolve("race.jfr");
    AgentRun live = AgentRun.of(directory, RecordedRace.class, "jfr=" + jfr);
    Path again = directory.resolve("again.json");

    ChildResult command =
        CommandLine.run(
            directory, "report", jfr.toString(), "-o", again.toString(), "--fail-on", "error");

    command.assertExit(1);
    assertThat(live.report().findings()).isNotEmpty();
    assertThat(Reports.read(again)).isEqualTo(live.report());
    assertThat(findingEvents(jfr))
        .filteredOn(event -> event.getString("findingId").equals(race(live.report()).id()))
        .extracting(event -> event.getString("state"))
        .contains("appeared", "open");
  }

  @Test
  void advisor_isNotLoadedBeforeTheApplication() throws Exception {
    Path log = directory.resolve("classes.log");

    console(ExactCounts.class, "interval=1m")
        .jvmFlags("-Xlog:class+load:file=" + log)
        .run()
        .assertExit(0);

    List<String> loaded;
    try (Stream<String> lines = Files.lines(log)) {
      loaded =
          lines
              .filter(
                  line ->
                      line.contains("] " + ExactCounts.class.getName() + " ")
                          || line.contains("] io.mapscope.advisor.")
                          || line.contains("] io.mapscope.runtime.advice."))
              .toList();
    }
    assertThat(loaded).hasSizeGreaterThan(10);
    assertThat(loaded.get(0)).contains(ExactCounts.class.getName());
  }

  private ChildJvmBuilder console(Class<?> program, String... options) throws Exception {
    return Programs.child(directory, program).withConsoleAdvice().agent(options);
  }

  private static Finding race(Report report) {
    List<Finding> races =
        report.findings().stream().filter(finding -> finding.rule().equals(RACE)).toList();
    assertThat(races).hasSize(1);
    return races.get(0);
  }

  private static String map(Report report) {
    String field = RacingMap.class.getName() + ".RACY";
    return report.maps().stream()
        .filter(map -> field.equals(map.site().field()))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static List<RecordedEvent> findingEvents(Path jfr) throws Exception {
    return RecordingFile.readAllEvents(jfr).stream()
        .filter(event -> event.getEventType().getName().equals("mapscope.Finding"))
        .toList();
  }
}
