package io.mapscope.prove;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.ChildResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code seeds} of the jar: that there are figures, never which. */
final class SeedsIT {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  @TempDir Path directory;

  private ChildJvmBuilder seeds(String... arguments) {
    return ChildJvm.builder(directory.resolve("seeds"), "io.mapscope.prove.Main")
        .classPath(Objects.requireNonNull(System.getProperty("prove.jar"), "prove.jar"))
        .jvmFlags("-Djmh.ignoreLock=true")
        .args(arguments)
        .timeout(LIMIT);
  }

  /** Safe copies, because there is something that must be so whatever the machine does. */
  @Test
  void seeds_quickAndShort_haveFiguresAndNoTornSafeCopy() throws Exception {
    Path out = directory.resolve("out");

    ChildResult result =
        seeds("seeds", "--quick", "--only", "safe-copy", "--seconds", "0.1", "-o", out.toString())
            .run();

    result.assertExit(0);
    assertThat(result.stderr()).contains("seed 20260101", "round 3 of 3");
    assertThat(result.stdout()).contains("| verdict |", "persistent map in an atomic reference");
    assertThat(Files.readString(out.resolve("seeds.svg"))).startsWith("<svg");
    JsonNode json = new ObjectMapper().readTree(out.resolve("seeds.json").toFile());
    assertThat(json.get("complete").asBoolean()).isTrue();
    JsonNode forms = json.at("/experiments/0/cases/0/forms");
    assertThat(forms).hasSize(5);
    for (JsonNode form : forms) {
      assertThat(form.get("operationsPerSecond")).as(form.toString()).hasSize(3);
      assertThat(form.get("operationsPerSecond").get(0).asDouble()).isPositive();
      if (!form.get("name").asText().equals("ConcurrentHashMap")) {
        assertThat(form.get("tornRatio").asDouble()).as(form.toString()).isZero();
      }
    }
  }

  @Test
  void seeds_interrupted_leaveWhatIsDone() throws Exception {
    Path text = directory.resolve("seeds.md");
    ChildJvmBuilder builder =
        seeds("seeds", "--only", "conversion", "--seconds", "0.1", "-o", text.toString());

    try (ChildJvm running = builder.start()) {
      running.awaitStderr("round 1 of 5");
      running.terminate().assertExit(ChildResult.EXIT_SIGTERM);
    }

    assertThat(text).content().contains("(interrupted)", "generated code");
  }

  @Test
  void mistakes_each_giveOneMessageAndNoStackTrace() throws Exception {
    assertRefused("--only: expected serialization, append", "seeds", "--only", "everything");
    assertRefused("--seconds: expected a number above 0", "seeds", "--seconds", "0");
    assertRefused("expected a recording or a report");
  }

  private void assertRefused(String message, String... arguments) throws Exception {
    ChildResult result = seeds(arguments).run();

    result.assertExit(2);
    assertThat(result.stderr()).contains(message).doesNotContain("\tat ", "Exception");
    assertThat(result.stdout()).isEmpty();
  }
}
