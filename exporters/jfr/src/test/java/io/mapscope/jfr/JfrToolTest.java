package io.mapscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JfrToolTest {

  @TempDir static Path directory;
  private static Path file;

  /** In a fresh JVM, because viewers lose texts as {@link Texts} tells. */
  @BeforeAll
  static void record() throws Exception {
    file = directory.resolve("app.jfr");
    ChildJvm.java(List.of(), RecordingProgram.class, file.toString(), "early");
  }

  @Test
  void summary_knowsOurEvents() throws Exception {
    ChildJvm summary = ChildJvm.jfr("summary", file.toString());

    assertThat(summary.status()).isZero();
    assertThat(summary.output())
        .containsPattern("mapscope\\.MapStatistics +[1-9]")
        .containsPattern("mapscope\\.AgentStatistics +[1-9]");
  }

  @Test
  void print_showsFieldsWithTheirUnits() throws Exception {
    ChildJvm print = ChildJvm.jfr("print", "--events", "mapscope.*", file.toString());

    assertThat(print.status()).isZero();
    assertThat(print.output())
        .contains("field = \"com.acme.shop.Routes.table\"")
        .contains("site = \"com.acme.shop.Routes.<clinit>:21\"")
        .contains("getHit = 1203441")
        .contains("readRatio = 99.98%")
        .containsPattern("operationRate = 40354\\.[0-9]+ Hz")
        .contains("overhead = 1.23%")
        .contains("observed = 30.1 s");
  }

  @Test
  void overview_isShortEnoughForATable() throws Exception {
    ChildJvm print = ChildJvm.jfr("print", "--events", "mapscope.MapOverview", file.toString());

    assertThat(print.output())
        .contains("place = \"Routes.table\"")
        .contains("mapClass = \"ConcurrentHashMap\"")
        .containsPattern("operationRate = 4035[45]\\.0 Hz")
        .contains("readRatio = 99.98%");
  }
}
