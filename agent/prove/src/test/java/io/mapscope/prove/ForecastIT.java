package io.mapscope.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildResult;
import io.mapscope.prove.forecast.Program;
import io.mapscope.prove.forecast.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code forecast}, on programs of the corpus; how right it is, is not asserted. */
final class ForecastIT {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  @TempDir Path directory;

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name);
  }

  private ChildResult forecast(String... arguments) throws Exception {
    return ChildJvm.builder(directory.resolve("forecast"), "io.mapscope.prove.Main")
        .classPath(property("prove.jar"))
        .jvmFlags("-Djmh.ignoreLock=true")
        .args(arguments)
        .timeout(LIMIT)
        .run();
  }

  private ChildResult forecastOf(String program, String... times) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("forecast", property("prove.corpusJar")));
    arguments.addAll(List.of("--agent", property("e2e.agentJar"), "--only", program));
    arguments.addAll(List.of(times));
    return forecast(arguments.toArray(new String[0]));
  }

  /** What nothing is advised for that could be measured is recorded, and told with the reason. */
  @Test
  void forecast_programWithoutACandidate_saysWhy() throws Exception {
    ChildResult result = forecastOf("row-mapper", "--seconds", "1");

    result.assertExit(0);
    assertThat(result.stdout()).contains("0 of 0 forecasts", "- row-mapper: no finding of it");
  }

  @Test
  void forecast_programWithAnotherFix_isNotCompared() throws Exception {
    ChildResult result = forecastOf("backlog-poll", "--seconds", "1");

    result.assertExit(0);
    assertThat(result.stdout())
        .contains("- backlog-poll: its fixed form is another than advised: a queue");
  }

  @Test
  void forecast_programWithACandidate_standsBesideWhatTheFixGains() throws Exception {
    ChildResult result = forecastOf("guacamole-tunnels", "--seconds", "6", "--replay-seconds", "1");

    result.assertExit(0);
    assertThat(result.stdout())
        .contains(
            "| guacamole-tunnels | lock-contended-map | ConcurrentHashMap |", " of 1 forecasts");
    assertThat(result.stderr()).contains("guacamole-tunnels, ConcurrentHashMap, rest ");
  }

  /** Figures of a replay in which the agent was not at work would pass for those with it. */
  @Test
  void replay_thatTheAgentDoesNotRecord_isNotMeasured() throws Exception {
    Path order = directory.resolve("order.json");
    Files.writeString(order, "{}");
    ChildResult result =
        ChildJvm.builder(directory.resolve("replay"), "org.openjdk.jmh.Main")
            .classPath(property("prove.jar"))
            .jvmFlags("-Djmh.ignoreLock=true")
            .args("ReplayBenchmark.operation", "-f", "1", "-wi", "0", "-i", "1")
            .args("-jvmArgsAppend", "-Dprove.recorded=true -Dprove.order=" + order)
            .timeout(LIMIT)
            .run();

    assertThat(result.stdout()).contains("the agent does not record this replay");
  }

  @Test
  void programs_bothForms_countTheirTurns() throws IOException {
    Programs programs =
        new Programs(
            Path.of(property("prove.corpusJar")), Path.of(property("e2e.agentJar")), 1, directory);
    Program counter = new Program("visit-counter", Set.of("check-then-act"), "");

    assertThat(programs.list())
        .contains(counter)
        .extracting(Program::rules)
        .doesNotContain(Set.of());
    assertThat(programs.turnsPerSecond(counter, false)).isPositive();
    assertThat(programs.turnsPerSecond(counter, true)).isPositive();
  }

  @Test
  void mistakes_each_giveOneMessageAndNoStackTrace() throws Exception {
    String corpus = property("prove.corpusJar");

    for (List<String> arguments :
        List.of(
            List.of("forecast", "gone.jar", "--agent", corpus),
            List.of("forecast", corpus, "--agent", corpus, "--seconds", "0"),
            List.of("forecast", corpus, "--agent", corpus, "--only", "nothing"))) {
      ChildResult result = forecast(arguments.toArray(new String[0]));

      result.assertExit(2);
      assertThat(result.stderr()).contains("nothing was measured").doesNotContain("\tat ");
      assertThat(result.stdout()).isEmpty();
    }
  }
}
