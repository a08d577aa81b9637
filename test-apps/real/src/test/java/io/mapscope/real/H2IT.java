package io.mapscope.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.EndToEnd;
import io.mapscope.harness.Reports;
import io.mapscope.profile.MapProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The H2 database with data on disk, loaded by four JDBC threads. */
class H2IT {
  @TempDir Path directory;

  @Test
  void database_underTransactions_keepsItsSumsAndIsReported() throws Exception {
    final AgentFiles files = AgentFiles.in(directory);
    final ChildResult result =
        ChildJvm.builder(directory, TransactionLoad.class.getName())
            .agent(files.options())
            .args("jdbc:h2:file:" + directory.resolve("bank"))
            .jvmFlags("-Xmx512m")
            .timeout(Duration.ofSeconds(80))
            .run()
            .assertExit(0)
            .assertQuiet();
    assertThat(result.stdout()).isEqualTo("conserved " + TransactionLoad.TRANSACTIONS);
    Assumptions.assumeTrue(EndToEnd.agentOn(), "e2e.agent=off: the report was not checked");
    assertH2IsReported(files);
  }

  private static void assertH2IsReported(AgentFiles files) throws IOException {
    final List<MapProfile> maps = Reports.mapsInFieldsOf(files.assertHealthyReport(), "org.h2.");
    assertThat(AgentFiles.fields(maps))
        .contains("org.h2.engine.Database.schemas", "org.h2.mvstore.MVStore.maps");
    // Each transaction looks its tables up in MVStore.maps, to name one.
    assertThat(AgentFiles.gets(maps)).isGreaterThan(TransactionLoad.TRANSACTIONS);
    assertThat(maps).anySatisfy(map -> assertThat(map.operations().writes()).isPositive());
    AgentFiles.assertNothingProvenWrong(maps);
    files.assertRecordedStatistics();
  }
}
