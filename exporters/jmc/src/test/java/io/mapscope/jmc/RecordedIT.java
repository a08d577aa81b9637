package io.mapscope.jmc;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.Advisor;
import io.mapscope.harness.ChildJvm;
import io.mapscope.jfr.RecordingReader;
import io.mapscope.jmc.programs.Registry;
import io.mapscope.profile.Finding;
import io.mapscope.profile.Report;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.common.util.TypedPreference;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.Severity;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;
import org.openjdk.jmc.flightrecorder.rules.report.html.JfrHtmlRulesReport;

/** Recordings of a broken and a mended program under the agent, judged by JMC's rules and ours. */
final class RecordedIT {
  private static final String WAITING = "lock-contended-map";
  private static final String RACE = "unsafe-shared-map";

  @TempDir private static Path directory;
  private static Path broken;
  private static Path mended;
  private static IItemCollection events;
  private static Map<String, IResult> results;

  @BeforeAll
  static void record() throws Exception {
    broken = record("broken.jfr");
    mended = record("mended.jfr", "fixed");
    events = JfrLoaderToolkit.loadEvents(broken.toFile());
    results = Rules.run(events, IPreferenceValueProvider.DEFAULT_VALUES);
  }

  /** With JMC's own events beside ours, and waits for monitors of any length. */
  private static Path record(String name, String... arguments) throws Exception {
    Path file = directory.resolve(name);
    Path settings = Path.of("..").resolve("jfr/src/main/jfc/mapscope.jfc");
    ChildJvm.builder(directory, Registry.class.getName())
        .classPath(classes().toString())
        .agent("interval=500ms", "advice=off")
        .jvmFlags(
            "-XX:StartFlightRecording:filename="
                + file
                + ",settings=profile,settings="
                + settings.toAbsolutePath())
        .args(arguments)
        .run()
        .assertExit(0)
        .assertQuiet();
    return file;
  }

  private static Path classes() throws URISyntaxException {
    return Path.of(Registry.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @Test
  void report_rebuiltFromItems_equalsTheOneOfTheReader() throws Exception {
    Report read = RecordingReader.read(broken);
    List<Finding> expected = Advisor.advise(read);

    assertThat(Recordings.judged(events, new Properties()))
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.findings()).extracting(it -> it.finding()).isEqualTo(expected);
              assertThat(run.findings())
                  .allSatisfy(it -> assertThat(read.maps()).contains(it.map()));
            });
  }

  @Test
  void rules_ofTheBrokenProgram_sayWhatTheReportSays() throws Exception {
    List<Finding> findings = Advisor.advise(RecordingReader.read(broken));
    List<String> told = new ArrayList<>();
    for (IResult result : results.values()) {
      if (result.getRule() instanceof MapRule) {
        told.addAll(result.getResult(Results.FINDINGS));
        assertThat(result.getResult(Results.FINDINGS).isEmpty())
            .as(result.getRule().getId())
            .isEqualTo(result.getSeverity() == Severity.OK || result.getSeverity() == Severity.NA);
      }
    }

    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(findings.stream().map(Finding::id).toList());
    assertThat(findings).extracting(Finding::rule).contains(WAITING, RACE);
  }

  @Test
  void waiting_isTiedToWhatJmcSaysAboutMonitors() {
    IResult waiting = of(results, WAITING);

    assertThat(waiting.getSeverity()).isEqualTo(Severity.WARNING);
    assertThat(waiting.getSummary()).contains("Registry.GUARDED");
    assertThat(waiting.getResult(Results.FIELD)).isEqualTo(Registry.class.getName() + ".GUARDED");
    assertThat(waiting.getResult(Results.MONITOR_CLASS)).contains("SynchronizedMap");
    assertThat(waiting.getExplanation()).contains("Java Blocking");
    assertThat(waiting.getResult(Results.EVIDENCE)).anyMatch(line -> line.startsWith("blocked: "));
    assertThat(waiting.getResult(Results.SNIPPET)).anyMatch(line -> line.contains("ConcurrentMap"));
    assertThat(waiting.getSolution()).contains("ConcurrentHashMap");
    assertThat(
            waiting.getResult(EvidenceResults.of("blockedNanos")).doubleValueIn(UnitLookup.SECOND))
        .isPositive()
        .isLessThan(waiting.getResult(Results.MONITOR_WAITS).doubleValueIn(UnitLookup.SECOND) * 2);
    assertThat(waiting.getRule().getTopic())
        .isEqualTo(of(results, "JavaBlocking").getRule().getTopic());
  }

  private static IResult of(Map<String, IResult> results, String rule) {
    return Objects.requireNonNull(results.get(rule), rule);
  }

  @Test
  void race_isNearTheEndOfTheScale() {
    IResult race = of(results, RACE);

    assertThat(race.getResult(TypedResult.SCORE).doubleValue()).isEqualTo(100);
    assertThat(race.getResult(Results.GRAVITY)).isEqualTo("error");
    assertThat(race.getResult(EvidenceResults.of("overlaps")).longValue()).isPositive();
  }

  @Test
  void rules_ofTheMendedProgram_findNothing() throws Exception {
    Map<String, IResult> fine = Rules.run(mended);

    assertThat(fine.values())
        .filteredOn(result -> result.getRule() instanceof MapRule)
        .hasSize(22)
        .allSatisfy(
            result ->
                assertThat(result.getSeverity())
                    .as(result.getRule().getId() + ": " + result.getSummary())
                    .isIn(Severity.OK, Severity.NA));
    assertThat(of(fine, RACE).getSeverity()).isEqualTo(Severity.OK);
  }

  @Test
  void thresholds_raisedInThePreferences_silenceTheRule() throws Exception {
    IPreferenceValueProvider patient =
        new IPreferenceValueProvider() {
          @Override
          @SuppressWarnings("unchecked") // all of our preferences are quantities
          public <T> T getPreferenceValue(TypedPreference<T> preference) {
            boolean raised =
                preference.getIdentifier().equals("mapscope.rules.lock-contended-map.min-waits");
            return raised
                ? (T) UnitLookup.NUMBER_UNITY.quantity(1e9)
                : preference.getDefaultValue();
          }
        };

    IResult waiting = of(Rules.run(events, patient), WAITING);

    assertThat(waiting.getSeverity()).isIn(Severity.OK, Severity.NA);
  }

  @Test
  void htmlReport_ofJmc_showsOurRules() throws Exception {
    Path html = directory.resolve("report.html");

    JfrHtmlRulesReport.main(new String[] {broken.toString(), html.toString()});

    assertThat(Files.readString(html))
        .contains("Registry.GUARDED: threads queue for its one lock")
        .contains("Registry.SHARED")
        .contains("Threads queue for the one lock of a synchronized map");
  }
}
