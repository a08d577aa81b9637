package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.Parking;
import io.mapscope.dist.programs.Turning;
import io.mapscope.profile.Latency;
import io.mapscope.profile.MisuseKind;
import io.mapscope.profile.Quantiles;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sampled durations lie between what a program measures inside its functions and around them. */
final class LatencyIT {
  /** Of the histogram: two significant digits. */
  private static final double PRECISION = 0.01;

  /** The samples are a part of the calls: their median is near that of all, not the same. */
  private static final double SUBSET = 0.25;

  private static final int CALLS = 300;
  private static final int FEWEST_SAMPLES = 30;

  @TempDir private Path directory;

  @Test
  void latency_functionsThatPark_isWhatTheProgramMeasures() throws Exception {
    AgentRun run = AgentRun.of(directory, Parking.class);

    compare(run, "HASH");
    compare(run, "SORTED");
    assertThat(latency(run, "RECURSIVE").recursions()).isEqualTo(11);
    assertThat(run.map(Parking.class, "RECURSIVE").misuse().examples())
        .filteredOn(example -> example.kind() == MisuseKind.RECURSION)
        .hasSize(3)
        .allSatisfy(
            example ->
                assertThat(example.stacks().get(0))
                    .anyMatch(frame -> frame.contains("Parking.") && frame.contains("recur")));
    assertThat(run.map(Parking.class, "THROWING").misuse().examples()).isEmpty();
    assertThat(latency(run, "THROWING").recursions()).isZero();
    assertThat(latency(run, "HASH").recursions()).isZero();
    assertThat(latency(run, "HASH").between()).as("of a map that is seldom used").isNull();
  }

  /** A look is at a thread that nobody holds up; the mean has all that did. */
  @Test
  void between_ofAThreadThatUsesItsMapAllTheTime_isWhatATurnTakes() throws Exception {
    AgentRun run = AgentRun.of(directory, Turning.class);

    String stdout = run.result().stdout();
    long meanNanos = Long.parseLong(stdout.substring(stdout.indexOf("turn ") + 5).trim());
    Quantiles between =
        Objects.requireNonNull(run.map(Turning.class, "KEYS").facts().latency()).between();
    assertThat(Objects.requireNonNull(between).samples()).isPositive();
    assertThat(between.p50()).isBetween(meanNanos / 4, 2 * meanNanos);
  }

  private static void compare(AgentRun run, String field) {
    long[] inner = truth(run, field + " inner ");
    long[] outer = truth(run, field + " outer ");
    Latency latency = latency(run, field);
    for (Quantiles part : new Quantiles[] {latency.function(), latency.compute()}) {
      Quantiles quantiles = Objects.requireNonNull(part);
      assertThat((double) quantiles.p50())
          .as(field + " p50 of " + quantiles)
          .isBetween(inner[0] * (1 - SUBSET), outer[0] * (1 + SUBSET));
      assertThat((double) quantiles.max())
          .as(field + " max of " + quantiles)
          .isBetween(inner[0] * (1 - PRECISION), outer[1] * (1 + PRECISION));
      assertThat(quantiles.samples()).isBetween((long) FEWEST_SAMPLES, (long) CALLS);
    }
  }

  private static Latency latency(AgentRun run, String field) {
    return Objects.requireNonNull(run.map(Parking.class, field).facts().latency());
  }

  private static long[] truth(AgentRun run, String prefix) {
    String line =
        run.result().stdout().lines().filter(l -> l.startsWith(prefix)).findFirst().orElseThrow();
    String[] words = line.split(" ");
    return new long[] {Long.parseLong(words[2]), Long.parseLong(words[3])};
  }
}
