package io.mapscope.dist;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.mapscope.dist.programs.ExactCounts;
import io.mapscope.harness.EndToEnd;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Counts are exact, and the JVM has nothing to complain of, under every collector, in every object
 * layout and in every mode of execution.
 */
final class JvmModesIT {
  private static final int COMPACT_HEADERS_SINCE = 25;
  private static final int GENERATIONAL_ONLY_SINCE = 24;
  private static final int GENERATIONAL_SINCE = 21;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+UseSerialGC",
        "-XX:+UseParallelGC",
        "-XX:+UseG1GC",
        "-XX:+UseZGC",
        "-XX:+UseShenandoahGC"
      })
  void counts_underEachCollector_areExact(String collector) throws Exception {
    assertExactWith(collector, "-Xmx256m");
  }

  @Test
  void counts_withGenerationalZgc_areExact() throws Exception {
    int feature = EndToEnd.javaFeature();
    assumeThat(feature).isBetween(GENERATIONAL_SINCE, GENERATIONAL_ONLY_SINCE - 1);

    assertExactWith("-XX:+UseZGC", "-XX:+ZGenerational");
  }

  @Test
  void counts_withoutCompressedOops_areExact() throws Exception {
    assertExactWith("-XX:-UseCompressedOops");
  }

  @Test
  void counts_withCompactObjectHeaders_areExact() throws Exception {
    assumeThat(EndToEnd.javaFeature()).isGreaterThanOrEqualTo(COMPACT_HEADERS_SINCE);

    assertExactWith("-XX:+UseCompactObjectHeaders");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-Xcomp", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation"})
  void counts_inEachModeOfExecution_areExact(String mode) throws Exception {
    assertExactWith(mode, "-Dsteps=2000");
  }

  /** Both look at what nobody looks at otherwise: our classes in java.base, and their frames. */
  @ParameterizedTest
  @ValueSource(strings = {"-Xcheck:jni", "-Xverify:all"})
  void counts_whenTheJvmChecksMore_areExact(String check) throws Exception {
    assertExactWith(check, "-Dsteps=5000");
  }

  private void assertExactWith(String... flags) throws Exception {
    OracleComparison.assertExact(AgentRun.withFlags(List.of(flags), directory, ExactCounts.class));
  }
}
