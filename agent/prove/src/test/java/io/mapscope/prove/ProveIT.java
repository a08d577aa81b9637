package io.mapscope.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.Reports;
import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.ProvenCandidate;
import io.mapscope.profile.ProvenGain;
import io.mapscope.profile.ProvenVerdict;
import io.mapscope.profile.Report;
import io.mapscope.profile.json.ReportJson;
import io.mapscope.prove.list.ListCandidates;
import io.mapscope.prove.list.ListForm;
import io.mapscope.prove.serial.SerialCandidates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar, from the recording of a program of the corpus to a report with measured gains. */
final class ProveIT {

  private static final String PROGRAM = "eventmesh-consumers";
  private static final String RULE = "check-then-act";
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** As short as it gets: what is asserted is that there are figures, never which. */
  private static final String SECONDS = "3";

  @TempDir static Path shared;
  @TempDir Path directory;

  private static Path recording() {
    return shared.resolve("program.jfr");
  }

  private static Path json() {
    return shared.resolve("program.json");
  }

  private static String jar(String property) {
    return Objects.requireNonNull(System.getProperty(property), property);
  }

  @BeforeAll
  static void record() throws Exception {
    ChildJvm.builder(shared.resolve("program"), "io.mapscope.corpus.Main")
        .classPath(jar("prove.corpusJar"))
        .agent("jfr=" + recording(), "report=" + json())
        .args("run", PROGRAM, "--seconds", "4")
        .timeout(LIMIT)
        .run()
        .assertExit(0);
    Reports.assertHealthy(Reports.read(json()));
  }

  private ChildJvmBuilder prove(String... arguments) {
    return ChildJvm.builder(directory.resolve("prove"), "io.mapscope.prove.Main")
        .classPath(jar("prove.jar"))
        .jvmFlags("-Djmh.ignoreLock=true")
        .args(arguments)
        .timeout(LIMIT);
  }

  private static Finding finding(Report report) {
    return report.findings().stream()
        .filter(one -> one.rule().equals(RULE))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + RULE + " in " + report.findings()));
  }

  @Test
  void recording_proved_hasARankingInEveryReport() throws Exception {
    Path proven = directory.resolve("proven.json");
    Path page = directory.resolve("proven.html");
    Path text = directory.resolve("proven.txt");

    ChildResult result =
        prove(
                recording().toString(),
                "--finding",
                finding(Reports.read(json())).id(),
                "--quick",
                "--seconds",
                SECONDS,
                "-o",
                proven.toString(),
                "-o",
                page.toString(),
                "-o",
                text.toString())
            .run();

    result.assertExit(0);
    ProvenGain gain = Objects.requireNonNull(finding(Reports.read(proven)).provenGain());
    assertRanking(gain);
    assertThat(gain.complete()).isTrue();
    assertThat(result.stdout()).contains("RANK", "proven", "as recorded", "otherwise");
    assertThat(result.stderr()).contains("seed " + gain.seed(), "round 1 of 3");
    assertThat(result.stderr().lines().filter(ProveIT::isUnexpected)).isEmpty();
    assertThat(Files.readString(text)).contains("proven", String.valueOf(gain.advised()));
    assertThat(Files.readString(page)).contains("\"provenGain\": {");
  }

  /** JDK 24 and later tell about JMH's use of a class of theirs, which only an option prevents. */
  private static boolean isUnexpected(String line) {
    return !line.startsWith("mapscope: ") && !line.matches("WARNING: .*(Unsafe|org.openjdk.jmh).*");
  }

  private static void assertRanking(ProvenGain gain) {
    ProvenCandidate baseline = Objects.requireNonNull(gain.baseline());
    assertThat(baseline.operationsPerSecond()).isPositive();
    assertThat(gain.advised()).isEqualTo("ConcurrentHashMap, atomic operations");
    assertThat(gain.rounds()).isEqualTo(3);
    List<ProvenCandidate> others =
        gain.candidates().stream().filter(one -> one.speedup() != null).toList();
    assertThat(others).hasSize(3);
    assertThat(others)
        .isSortedAccordingTo(
            Comparator.comparingDouble(
                    (ProvenCandidate one) -> Objects.requireNonNull(one.speedup()).estimate())
                .reversed());
    assertThat(others)
        .allSatisfy(
            one ->
                assertThat(one.verdict())
                    .isIn(ProvenVerdict.FASTER, ProvenVerdict.SLOWER, ProvenVerdict.TIE));
    assertThat(gain.reproduced()).anyMatch(line -> line.contains("insert"));
    assertThat(gain.notReproduced()).anyMatch(line -> line.contains("between its operations"));
  }

  /** A map whose class has no form here, serialized by what a form stands in for. */
  @Test
  void serializationOfAnyMap_proved_hasARankingOfItsOwn() throws Exception {
    Path given = directory.resolve("serialized.json");
    Path proven = directory.resolve("proven.json");
    MapProfile map = Profiles.serialized("shop.OwnMap", "gson", 1_000, 900, 3);
    Finding finding = Profiles.finding(SerialCandidates.RULE, "cache", "the bytes, kept");
    Files.writeString(given, ReportJson.toJson(Profiles.report(map, List.of(finding))));

    ChildResult result =
        prove(given.toString(), "--quick", "--seconds", SECONDS, "-o", proven.toString()).run();

    result.assertExit(0);
    ProvenGain gain = Objects.requireNonNull(Reports.read(proven).findings().get(0).provenGain());
    assertThat(gain.advised()).isEqualTo("Jackson JSON, kept until the map changes");
    assertThat(gain.complete()).isTrue();
    assertThat(gain.entries()).isEqualTo(1_000);
    assertThat(Objects.requireNonNull(gain.baseline()).operationsPerSecond()).isPositive();
    assertThat(gain.baseline().differences()).anyMatch(line -> line.contains("stands in"));
    assertThat(gain.candidates()).hasSize(4).allMatch(one -> one.problem() == null);
    assertThat(gain.reproduced()).anyMatch(line -> line.contains("all but 100 of 1000"));
    assertThat(result.stdout()).contains("serialized: the recorded way held against others");
  }

  @Test
  void listsInAMap_proved_haveARankingOfTheirOwn() throws Exception {
    Path given = directory.resolve("lists.json");
    Path proven = directory.resolve("proven.json");
    MapProfile map =
        Profiles.map("java.util.concurrent.ConcurrentHashMap", null, 2, Profiles.busy());
    Finding finding = Profiles.finding(ListCandidates.RULE, "atomic-operation", "merge");
    Files.writeString(given, ReportJson.toJson(Profiles.report(map, List.of(finding))));

    ChildResult result =
        prove(given.toString(), "--quick", "--seconds", SECONDS, "-o", proven.toString()).run();

    result.assertExit(0);
    ProvenGain gain = Objects.requireNonNull(Reports.read(proven).findings().get(0).provenGain());
    assertThat(gain.advised()).isEqualTo(ListForm.IMMUTABLE.title());
    assertThat(gain.complete()).isTrue();
    assertThat(gain.entries()).isEqualTo(1_000);
    assertThat(Objects.requireNonNull(gain.baseline()).operationsPerSecond()).isPositive();
    assertThat(gain.baseline().differences()).anyMatch(line -> line.contains("stand in"));
    assertThat(gain.candidates()).hasSize(4).allMatch(one -> one.problem() == null);
    assertThat(gain.notReproduced()).anyMatch(line -> line.contains("for one append"));
    assertThat(result.stdout()).contains("lists in it: a safe form held against others");
  }

  @Test
  void reportFromAnotherMachine_interrupted_leavesWhatIsDone() throws Exception {
    Path elsewhere = directory.resolve("elsewhere.json");
    Path text = directory.resolve("proven.txt");
    Path proven = directory.resolve("proven.json");
    String changed = Files.readString(json()).replaceFirst("\"cpus\": \\d+", "\"cpus\": 96");
    Files.writeString(elsewhere, changed);
    String id = finding(Reports.read(json())).id();

    try (ChildJvm running =
        prove(
                elsewhere.toString(),
                "--finding",
                id,
                "--seconds",
                "120",
                "--seed",
                "7",
                "-o",
                proven.toString(),
                "-o",
                text.toString())
            .start()) {
      running.awaitStderr("round 1 of 5");
      ChildResult result = running.terminate();

      result.assertExit(ChildResult.EXIT_SIGTERM);
    }

    ProvenGain gain = Objects.requireNonNull(finding(Reports.read(proven)).provenGain());
    assertThat(Files.readString(text)).contains("interrupted");
    assertThat(gain.complete()).isFalse();
    assertThat(gain.seed()).isEqualTo(7);
    assertThat(gain.otherMachine()).anyMatch(line -> line.startsWith("recorded on 96 CPUs"));
  }

  @Test
  void mistakes_each_giveOneMessageAndNoStackTrace() throws Exception {
    Path broken = Files.writeString(directory.resolve("broken.jfr"), "no recording");

    assertRefused("expected a recording (.jfr) or a report (.json)", "notes.txt");
    assertRefused("there is no such file", "gone.json");
    assertRefused("broken.jfr", broken.toString());
    assertRefused("there is no finding nothing", json().toString(), "--finding", "nothing");
    assertRefused("there is no map nothing", json().toString(), "--map", "nothing");
    assertRefused("got both", json().toString(), "--map", "a", "--finding", "b");
    assertRefused("names no report format", json().toString(), "-o", "gain.pdf");
    assertRefused("--seconds", json().toString(), "--seconds", "-1");
  }

  private void assertRefused(String message, String... arguments) throws Exception {
    ChildResult result = prove(arguments).run();

    result.assertExit(2);
    assertThat(result.stderr()).contains(message, "nothing was measured");
    assertThat(result.stderr()).doesNotContain("\tat ", "Exception");
    assertThat(result.stdout()).isEmpty();
  }
}
