package io.mapscope.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mapscope.profile.AgentInfo;
import io.mapscope.profile.Instances;
import io.mapscope.profile.JvmInfo;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Misuse;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.RefusedClass;
import io.mapscope.profile.Report;
import io.mapscope.profile.Site;
import io.mapscope.profile.SiteKind;
import io.mapscope.profile.Threads;
import io.mapscope.profile.json.ReportJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
  @TempDir Path directory;

  @Test
  void read_report_equalsTheWritten() throws Exception {
    final Report report = report(0, List.of(), "com.acme.Routes.table");
    final Path file = directory.resolve("report.json");
    Files.writeString(file, ReportJson.toJson(report));
    assertThat(Reports.read(file)).isEqualTo(report);
  }

  @Test
  void read_truncatedFile_failsAndNamesIt() throws Exception {
    final Path file = Files.writeString(directory.resolve("half.json"), "{\"schema\": 1,");
    assertThatThrownBy(() -> Reports.read(file)).hasMessageContaining("half.json is no report");
  }

  @Test
  void assertHealthy_errorsOrRefusals_fails() {
    final RefusedClass refused = new RefusedClass("java.util.TreeMap", "no slot");
    assertThatCode(() -> Reports.assertHealthy(report(0, List.of()))).doesNotThrowAnyException();
    assertThatThrownBy(() -> Reports.assertHealthy(report(3, List.of())))
        .hasMessageContaining("suppressed errors 3");
    assertThatThrownBy(() -> Reports.assertHealthy(report(0, List.of(refused))))
        .hasMessageContaining("java.util.TreeMap");
  }

  @Test
  void mapsInFieldsOf_packages_selectsByFieldAndSkipsLocals() {
    final Report report = report(0, List.of(), "com.acme.A.a", "org.other.B.b", "net.C.c", null);
    assertThat(Reports.mapsInFieldsOf(report, "com.acme.", "net."))
        .extracting(map -> map.site().field())
        .containsExactly("com.acme.A.a", "net.C.c");
  }

  private static Report report(
      long suppressedErrors, List<RefusedClass> refused, @Nullable String... fields) {
    final AgentInfo agent =
        new AgentInfo(
            "1", "off", 1, 0, 0, suppressedErrors, 1, 1, List.of(), refused, List.of(), 0);
    final JvmInfo jvm = new JvmInfo("17", "vendor", 1, "Main", 2, "G1");
    final List<MapProfile> maps = Arrays.stream(fields).map(ReportsTest::mapIn).toList();
    return new Report(Instant.EPOCH, 1, jvm, agent, maps);
  }

  private static MapProfile mapIn(@Nullable String field) {
    return new MapProfile(
        "id",
        "java.util.HashMap",
        null,
        new Site("com.acme.Routes", "load", 42, field, SiteKind.ALLOCATION),
        new Instances(1, 1),
        0,
        0,
        16,
        new Threads(1, 1),
        1,
        OperationCounts.zero(),
        0,
        Misuse.none());
  }
}
