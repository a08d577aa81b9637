package io.mapscope.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.EndToEnd;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Soaks: of seconds in every build, which says that they work, and of ten minutes with {@code
 * -Pnightly}, which says that nothing grows.
 */
class SoakIT {
  private static final int SLICES = Integer.getInteger("soak.slices");
  private static final int SECONDS = Integer.getInteger("soak.seconds");

  /** With fewer of them chance says what grows. */
  private static final int SLICES_THAT_TELL = 6;

  /** Starts, stops and looks at the services take longer than this on no machine. */
  private static final Duration BESIDES = Duration.ofMinutes(6);

  @TempDir Path directory;

  @BeforeEach
  void requireAgent() {
    Assumptions.assumeTrue(EndToEnd.agentOn(), "e2e.agent=off: there is nothing that could grow");
  }

  @Test
  void shop_atWork_growsNoMoreThanWithoutTheAgent() throws Exception {
    assertNothingGrows(soak("--shop", System.getProperty("shop.jar")));
  }

  /** And while a recording runs: a broker has many maps, hence many events. */
  @Test
  void kafka_atWorkAndRecorded_growsNoMoreThanWithoutTheAgent() throws Exception {
    assertNothingGrows(soak("--kafka", System.getProperty("kafka.jars")).args("--recording"));
  }

  @Test
  void soak_ofNoService_saysWhatIsMissing() throws Exception {
    final ChildResult result = Driver.of(Soak.class, directory, out()).run();
    result.assertExit(2);
    assertThat(result.stderr())
        .startsWith("soak: expected one of --shop and --kafka")
        .doesNotContain("\tat ");
  }

  private ChildJvmBuilder soak(String service, String where) {
    return Driver.of(Soak.class, directory, out())
        .args(service, where)
        .args("--slices", Integer.toString(SLICES), "--seconds", Integer.toString(SECONDS))
        .timeout(Duration.ofSeconds((SLICES + 1L) * SECONDS).plus(BESIDES));
  }

  private Path out() {
    return directory.resolve("soak.json");
  }

  private void assertNothingGrows(ChildJvmBuilder soak) throws Exception {
    final ChildResult result = soak.run();
    System.out.println(result.stdout());
    if (SLICES >= SLICES_THAT_TELL) {
      result.assertExit(0);
    } else {
      result.assertExit(0, Soak.STATUS_GROWS);
    }
    assertFiguresOfBoth(Driver.read(out()).path("results"));
  }

  private static void assertFiguresOfBoth(JsonNode lines) {
    assertThat(lines).hasSize(6);
    for (final JsonNode line : lines.findValues("with").subList(0, 5)) {
      assertThat(line.path("rounds")).hasSize(SLICES);
      assertThat(line.path("median").asDouble()).isPositive();
    }
    for (final JsonNode line : lines.findValues("without").subList(0, 4)) {
      assertThat(line.path("median").asDouble()).isPositive();
    }
  }
}
