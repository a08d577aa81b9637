package io.mapscope.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.EndToEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Starts drivers from the benchmarks' jar, as their users do, and reads what they leave. */
final class Driver {
  private Driver() {}

  /** The driver with nothing but the jar. */
  static ChildJvmBuilder plain(Class<?> driver, Path directory) {
    return ChildJvm.builder(directory, driver.getName())
        .classPath(System.getProperty("benchmarks.jar"));
  }

  /** The driver, told the agent, the JDK to measure on and the results file. */
  static ChildJvmBuilder of(Class<?> driver, Path directory, Path out) {
    return plain(driver, directory)
        // Another benchmark on this machine would disturb figures, which nobody reads here.
        .jvmFlags("-Djmh.ignoreLock=true")
        .args("--agent", EndToEnd.agentJar().toString())
        .args("--java", EndToEnd.javaHome().toString(), "--out", out.toString());
  }

  /** The results file, with all that figures need to mean something. */
  static JsonNode read(Path out) throws IOException {
    final JsonNode file = new ObjectMapper().readTree(out.toFile());
    assertThat(file.path("schema").asInt()).isEqualTo(1);
    final JsonNode environment = file.path("environment");
    for (final String key : List.of("date", "command", "cpu", "cores", "os", "jdk", "agent")) {
      assertThat(environment.path(key).asText()).as(key).isNotBlank();
    }
    assertThat(environment.path("command").asText()).doesNotContain("/");
    return file;
  }
}
