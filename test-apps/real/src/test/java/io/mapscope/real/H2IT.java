package io.mapscope.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.EndToEnd;
import io.mapscope.harness.Reports;
import io.mapscope.profile.MapProfile;
import io.mapscope.real.Claims.Explained;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The H2 database with data on disk, loaded by four JDBC threads. */
class H2IT {
  /** By the byte code of H2 2.5.252. */
  private static final Explained[] EXPLAINED = {
    new Explained(
        "org.h2.mvstore.FileStore.chunks",
        "tornTraversals",
        "FileStore.getChunksFillRate, getChunkCount and getPageCount loop over the chunks for"
            + " statistics, without saveChunkLock, while serializeAndStore adds some"),
  };

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
    Claims.assertExplained(maps, EXPLAINED);
    Claims.assertGuardedBy(
        maps, "org.h2.mvstore.FileStore.storeHeader", "org.h2.mvstore.FileStore.saveChunkLock");
    Claims.assertGuardedBy(maps, "org.h2.engine.Database.userSessions", "org.h2.engine.Database");
    assertThat(Claims.copies(maps, "org.h2.mvstore.MVStore.maps"))
        .as("MVStore.closeStore: new ArrayList<>(maps.values())")
        .isEqualTo(1);
    assertThat(Claims.copies(maps, "org.h2.util.TempFileDeleter.refMap"))
        .as("TempFileDeleter.deleteAll, by Database.close: new ArrayList<>(refMap.values())")
        .isEqualTo(1);
    assertThat(Claims.copies(maps, "org.h2.engine.ConnectionInfo.prop"))
        .as("ConnectionInfo.getKeys, for each connection: prop.keySet().toArray")
        .isEqualTo(TransactionLoad.CONNECTIONS);
    files.assertRecordedStatistics();
  }
}
