package io.mapscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.Advisor;
import io.mapscope.jfr.FlightRecording;
import io.mapscope.jfr.JfrSink;
import io.mapscope.profile.Finding;
import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import io.mapscope.profile.json.ReportJson;
import io.mapscope.profile.merge.MergedReport;
import io.mapscope.report.TextReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

  private static final Report SHOP = advised(ReportSamples.shop());
  private static final Report EMPTY = ReportSamples.empty();

  @TempDir Path directory;

  @Test
  void recording_isPrintedAsTheLiveReportWouldBe() throws Exception {
    Run run = Run.of("report", recording(SHOP));

    assertThat(run).isEqualTo(new Run(0, TextReport.render(SHOP), ""));
  }

  @Test
  void recordingAndJsonReport_ofTheSameRun_giveTheSameReport() throws Exception {
    String recording = recording(SHOP);
    String json = json("shop.json", SHOP);

    assertThat(Run.of("report", json)).isEqualTo(Run.of("report", recording));
    assertThat(Run.of("report", json, "--json")).isEqualTo(Run.of("report", recording, "--json"));
    assertThat(Run.of("report", recording, "--json").out()).isEqualTo(ReportJson.toJson(SHOP));
  }

  @Test
  void severalInputs_becomeOneReport_judgedAnew() throws Exception {
    Run run = Run.of("report", recording(SHOP), json("empty.json", EMPTY), "--json");

    Report merged = MergedReport.of(List.of(SHOP, EMPTY));
    assertThat(run).isEqualTo(new Run(0, ReportJson.toJson(advised(merged)), ""));
  }

  @Test
  void recordingAndReportOfOneRun_countOnce() throws Exception {
    assertThat(Run.of("report", recording(SHOP), json("shop.json", SHOP)))
        .isEqualTo(new Run(0, TextReport.render(SHOP), ""));
  }

  @Test
  void baseline_isComparedWith_andOnlyNewFindingsFail() throws Exception {
    String old = json("old.json", ReportSamples.shop().withFindings(List.of()));
    String now = json("new.json", ReportSamples.shop().withFindings(FindingSamples.shop()));
    Path page = directory.resolve("changes.html");

    assertThat(Run.of("report", now, "--baseline", old, "--fail-on", "error").out())
        .startsWith("Mapscope comparison")
        .contains("appeared      error: HashMap Sessions.byId is used by several threads at once");
    assertThat(Run.of("report", now, "--baseline", old, "--fail-on", "error").status()).isOne();
    assertThat(Run.of("report", now, "--baseline", now, "--fail-on", "info").status()).isZero();
    assertThat(Run.of("report", old, "--baseline", now, "-o", page.toString()).status()).isZero();
    assertThat(page).content().contains("\"state\": \"gone\"");
  }

  @Test
  void openrewrite_writesTheRecipe_andSaysHowMuchItIsFor() throws Exception {
    String input = json("shop.json", ReportSamples.shop().withFindings(FindingSamples.shop()));
    Path recipe = directory.resolve("rewrite.yml");

    assertThat(Run.of("report", input, "--openrewrite", recipe.toString()))
        .isEqualTo(new Run(0, recipe + ": 0 findings to mend, 2 left to you\n", ""));
    assertThat(recipe).content().contains("# Left to you:").contains("recipeList: []");
  }

  @Test
  void openrewrite_ofAComparisonOrToAnotherFile_isRefused() throws Exception {
    String input = json("shop.json", SHOP);
    String file = directory.resolve("rewrite.txt").toString();

    assertThat(Run.of("report", input, "--baseline", input, "--openrewrite", file).err().lines())
        .containsExactly(
            "mapscope: " + file + ": expected a file that ends in .yml for --openrewrite",
            "mapscope: --openrewrite mends the findings of a report, not of a comparison",
            "mapscope: nothing was written");
  }

  @Test
  void baseline_asSarif_isRefused() throws Exception {
    String input = json("shop.json", SHOP);
    String file = directory.resolve("x.sarif").toString();

    assertThat(Run.of("report", input, "--baseline", input, "-o", file).err().lines())
        .containsExactly(
            "mapscope: " + file + ": a comparison can be written as .html, .json and .txt",
            "mapscope: nothing was written");
  }

  @Test
  void outputs_areWrittenAndNothingIsPrinted() throws Exception {
    Path text = directory.resolve("out.txt");
    Path json = directory.resolve("out.json");
    Run run = Run.of("report", recording(SHOP), "-o", text.toString(), "--output", json.toString());

    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(text).hasContent(TextReport.render(SHOP));
    assertThat(json).hasContent(ReportJson.toJson(SHOP));
  }

  @Test
  void allThatIsWrong_isReportedAtOnce() throws Exception {
    Path foreign = Files.writeString(directory.resolve("foreign.jfr"), "no recording");
    Path broken = Files.writeString(directory.resolve("broken.json"), "{");
    Run run =
        Run.of(
            "report",
            "missing.jfr",
            foreign.toString(),
            broken.toString(),
            "notes.md",
            "-o",
            "report.pdf",
            "-o",
            "/no/such/directory/report.txt");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .containsExactly(
            "mapscope: missing.jfr: there is no such file",
            "mapscope: " + foreign + ": is not a Flight Recorder file",
            "mapscope: " + broken + ": the text ends too early (line 1, column 2)",
            "mapscope: notes.md: expected a recording (.jfr) or a report (.json)",
            "mapscope: report.pdf: the file's ending names no report format,"
                + " Mapscope writes .html, .json, .sarif and .txt",
            "mapscope: /no/such/directory/report.txt: the directory /no/such/directory does not"
                + " exist",
            "mapscope: nothing was written");
  }

  @Test
  void recordingWithoutTheAgent_isNamedAsSuch() throws Exception {
    Path file = directory.resolve("foreign.jfr");
    try (Recording recording = new Recording()) {
      recording.start();
      recording.stop();
      recording.dump(file);
    }
    Run run = Run.of("report", file.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "mapscope: "
                + file
                + ": holds no Mapscope events; was it recorded with the agent in the JVM?");
  }

  @Test
  void failOn_findingsAsSerious_areStatus1AfterAllIsWritten() throws Exception {
    String input = json("shop.json", ReportSamples.shop().withFindings(FindingSamples.shop()));
    Path text = directory.resolve("out.txt");
    Run run = Run.of("report", input, "--fail-on", "info", "-o", text.toString());

    assertThat(run)
        .isEqualTo(
            new Run(1, "", "mapscope: --fail-on info: 1 error, 1 info" + System.lineSeparator()));
    assertThat(text).isNotEmptyFile();
    assertThat(Run.of("report", input, "--fail-on", "warning", "--json"))
        .extracting(Run::status, Run::err)
        .containsExactly(1, "mapscope: --fail-on warning: 1 error" + System.lineSeparator());
  }

  @Test
  void failOn_noFindingAsSerious_isStatus0() throws Exception {
    Finding opportunity = FindingSamples.shop().get(1);
    String input =
        json("shop.json", ReportSamples.shop().withFindings(List.of(opportunity, opportunity)));

    assertThat(Run.of("report", input, "--fail-on", "warning"))
        .extracting(Run::status, Run::err)
        .containsExactly(0, "");
    assertThat(Run.of("report", json("empty.json", EMPTY), "--fail-on", "info").status()).isZero();
  }

  @Test
  void failOn_outputThatCannotBeWritten_isStatus2() throws Exception {
    String input = json("shop.json", SHOP);
    Run run = Run.of("report", input, "--fail-on", "info", "-o", "/no/such/out.txt");

    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void threshold_thatIsNone_isRefusedAsBadUsage() throws Exception {
    String input = json("shop.json", SHOP);
    System.setProperty("mapscope.rules.no-rule.least", "1");
    try {
      Run run = Run.of("report", input);

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err())
          .startsWith(
              "mapscope: system property mapscope.rules.no-rule.least names no threshold of a rule");
    } finally {
      System.clearProperty("mapscope.rules.no-rule.least");
    }
  }

  private static Report advised(Report report) {
    return report.withFindings(Advisor.advise(report));
  }

  private String recording(Report report) throws Exception {
    Path file = directory.resolve("app.jfr");
    FlightRecording recording = FlightRecording.start(file, java.time.Duration.ofSeconds(10));
    JfrSink sink =
        new JfrSink(
            () -> report,
            e -> {
              throw e;
            });
    sink.emitFinal(report);
    recording.close();
    return file.toString();
  }

  private String json(String name, Report report) throws Exception {
    return Files.writeString(directory.resolve(name), ReportJson.toJson(report)).toString();
  }
}
