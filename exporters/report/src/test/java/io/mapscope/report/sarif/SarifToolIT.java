package io.mapscope.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import io.mapscope.report.NodeTools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The log held against Microsoft's validator. Its exit status is 0 and it says "completed
 * successfully" even of a broken file, so its own log is what counts.
 */
class SarifToolIT {

  @TempDir Path directory;

  @Test
  void log_isValid() throws Exception {
    Report shop = ReportSamples.shop().withFindings(FindingSamples.shop());
    Report nasty = ReportSamples.nasty().withFindings(FindingSamples.nasty());

    assertThat(errorsIn(sarif(List.of(shop, nasty, ReportSamples.empty())))).isEmpty();
  }

  @Test
  void logWithoutMessages_isRefused_soTheValidatorReallyLooks() throws Exception {
    String sarif = sarif(List.of(ReportSamples.shop().withFindings(FindingSamples.shop())));

    assertThat(errorsIn(sarif.replace("\"message\"", "\"massage\""))).contains("JSON1002");
  }

  private static String sarif(List<Report> reports) throws Exception {
    StringBuilder text = new StringBuilder();
    SarifReport.write(reports, SourceRoots.none(), text);
    return text.toString();
  }

  /** The ids of the rules of SARIF that the text breaks. */
  private List<String> errorsIn(String sarif) throws Exception {
    Path tool = NodeTools.modules().resolve("@microsoft/sarif-multitool-linux/Sarif.Multitool");
    assertThat(tool.toFile().setExecutable(true)).isTrue();
    Path file = Files.writeString(directory.resolve("report.sarif"), sarif);
    Path verdict = directory.resolve("verdict.sarif");
    NodeTools.Outcome outcome =
        NodeTools.run(
            List.of(
                tool.toString(),
                "validate",
                file.toString(),
                "--output",
                verdict.toString(),
                "--log",
                "ForceOverwrite"),
            Map.of("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"));
    assertThat(verdict).as(outcome.output()).exists();
    List<String> errors = new ArrayList<>();
    for (JsonNode result : new ObjectMapper().readTree(verdict.toFile()).at("/runs/0/results")) {
      if (result.path("level").asText("warning").equals("error")) {
        errors.add(result.path("ruleId").asText());
      }
    }
    return errors;
  }
}
