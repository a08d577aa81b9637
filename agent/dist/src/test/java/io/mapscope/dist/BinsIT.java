package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.Crowded;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How entries lie in their bins, compared with what the program sees in its tables. */
final class BinsIT {
  private static final List<String> OPEN_TABLES =
      List.of(
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED");
  private static final List<String> WITHOUT_TREES = List.of("POOR_OLD", "POOR_WEAK");

  @TempDir private Path directory;

  @Test
  void bins_ofMapsOfEachClass_areAsTheTablesAre() throws Exception {
    AgentRun run = AgentRun.withFlags(OPEN_TABLES, directory, Crowded.class);

    for (String field : run.result().stdout().replaceAll(" .*", "").split("\\R")) {
      long trees = WITHOUT_TREES.contains(field) ? MapFacts.UNKNOWN : run.printed(field, 0);
      assertThat(shape(run, field).treeBins()).as(field).isEqualTo(trees);
      assertThat(shape(run, field).hotBins()).as(field).isEqualTo(run.printed(field, 1));
    }
    assertThat(run.printed("POOR", 0)).isEqualTo(10);
    assertThat(run.printed("POOR_OLD", 1)).isEqualTo(10);
    assertThat(run.printed("FEW", 1)).isZero();
    assertThat(run.printed("EVEN", 1)).isZero();
  }

  private static Shape shape(AgentRun run, String field) {
    return Objects.requireNonNull(run.map(Crowded.class, field).facts().shape());
  }
}
