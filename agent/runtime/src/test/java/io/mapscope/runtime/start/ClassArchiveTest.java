package io.mapscope.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ClassArchiveTest {
  @Test
  void flag_thatMakesTheJvmWriteAnArchive_isFoundAmongOthers() {
    for (String flag :
        List.of(
            "-XX:AOTCacheOutput=app.aot",
            "-XX:AOTMode=record",
            "-XX:AOTMode=create",
            "-XX:ArchiveClassesAtExit=app.jsa",
            "-XX:+AutoCreateSharedArchive",
            "-XX:+RecordDynamicDumpInfo",
            "-Xshare:dump")) {
      assertThat(ClassArchive.flag(List.of("-Xmx1g", flag, "-cp"))).isEqualTo(flag);
    }
  }

  @Test
  void flag_thatMakesTheJvmReadAnArchive_isNone() {
    assertThat(
            ClassArchive.flag(
                List.of("-XX:AOTMode=on", "-XX:AOTCache=app.aot", "-XX:SharedArchiveFile=app.jsa")))
        .isNull();
  }
}
