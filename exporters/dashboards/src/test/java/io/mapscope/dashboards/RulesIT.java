package io.mapscope.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules, held against their own tests by Prometheus's tool. */
final class RulesIT {

  static Stream<List<String>> checks() {
    return Stream.of(
        List.of("check", "config", "prometheus/prometheus.yml"),
        List.of("check", "rules", "--lint-fatal", "prometheus/mapscope-rules.yml"),
        List.of("check", "rules", "--lint-fatal", "prometheus/mapscope-alerts.yml"),
        List.of("test", "rules", "prometheus/tests.yml"));
  }

  @ParameterizedTest
  @MethodSource("checks")
  void promtool_isContent(List<String> arguments) throws Exception {
    ProcessBuilder promtool = new ProcessBuilder(Stores.programs().resolve("promtool").toString());
    promtool.command().addAll(arguments);

    Process process = promtool.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(printed).isZero();
  }
}
