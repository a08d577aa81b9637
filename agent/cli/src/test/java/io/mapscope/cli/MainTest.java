package io.mapscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

  @Test
  void version_isThatOfTheBuild() {
    Run run = Run.of("--version");

    assertThat(run.status()).isZero();
    assertThat(run.out()).matches("Mapscope \\d+\\.\\d+\\.\\d+\\S*\\R");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void help_namesTheCommandsAndExitStatuses() {
    Run run = Run.of("--help");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("Usage: java -jar mapscope.jar COMMAND")
        .contains("report")
        .contains("Exit status: 0 fine, 1 findings at or above --fail-on, 2 bad usage")
        .doesNotContain("\u001b");
  }

  @Test
  void helpOfReport_namesItsOptions() {
    Run run = Run.of("report", "--help");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("Usage: java -jar mapscope.jar report")
        .contains("--json", "-o, --output=FILE", "INPUT...");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''            | mapscope: expected a command, got none; commands: list, attach, detach, top, report, rules | ''",
        "bogus         | mapscope: there is no command bogus; commands: list, attach, detach, top, report, rules   | ''",
        "--versoin     | mapscope: there is no option --versoin, did you mean --version? | ''",
        "report        | mapscope: Missing required parameter: 'INPUT' | ' report'",
        "report --jsn x.jfr | mapscope: there is no option --jsn, did you mean --json? | ' report'",
        "report x.jfr --fail-on all | mapscope: Invalid value for option '--fail-on': expected one of info, warning, error, got 'all' | ' report'",
        "rules --json --markdown | mapscope: Error: --json, --markdown are mutually exclusive (specify only one) | ' rules'",
        "report x.jfr -o | mapscope: Missing required parameter for option '--output' (FILE) | ' report'",
      })
  void badUsage_isExplainedInTwoLines(String arguments, String message, String command) {
    Run run = Run.of(arguments.isEmpty() ? new String[0] : arguments.split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .containsExactlyElementsOf(
            List.of(
                message, "Nothing was done. See: java -jar mapscope.jar" + command + " --help"));
  }
}
