package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.harness.EndToEnd;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is in the jar that users attach, and what must not be. */
final class JarIT {
  private static final long MOST_BYTES = 12L << 20;

  @Test
  void jar_classesOutsideTheEntryPackage_areHiddenFromTheApplication() throws Exception {
    List<String> visible = entries().stream().filter(name -> name.endsWith(".class")).toList();

    assertThat(visible).isNotEmpty().allMatch(name -> name.startsWith("io/mapscope/agent/"));
  }

  @Test
  void jar_foreignPackages_areRelocated() throws Exception {
    assertThat(entries())
        .noneMatch(name -> name.contains("org/objectweb/"))
        .noneMatch(name -> name.startsWith("inst/picocli/"))
        .noneMatch(name -> name.contains("org/jline/"))
        .noneMatch(name -> name.contains("org/HdrHistogram/"))
        .noneMatch(name -> name.startsWith("inst/io/micrometer/"))
        .noneMatch(name -> name.startsWith("inst/io/prometheus/"))
        .noneMatch(name -> name.contains("springframework"))
        .noneMatch(name -> name.startsWith("inst/io/opentelemetry/"))
        .noneMatch(name -> name.contains("okhttp") || name.contains("kotlin/"))
        .anyMatch(name -> name.startsWith("inst/io/mapscope/shaded/opentelemetry/sdk/"))
        .anyMatch(name -> name.startsWith("inst/io/mapscope/shaded/asm/"));
  }

  @Test
  void jar_bridge_hasTheOpenTelemetryApiUnderItsOwnName() throws Exception {
    assertThat(entries())
        .contains("inst/bridge/io/opentelemetry/api/GlobalOpenTelemetry.classdata")
        .contains("inst/bridge/io/mapscope/otel/OpenTelemetrySink.classdata")
        .noneMatch(name -> name.startsWith("inst/bridge/io/mapscope/otel/sink/"));
  }

  @Test
  void jar_recorder_isThereToBeDefinedIntoJavaBase() throws Exception {
    assertThat(entries()).contains("inst/java/util/MapscopeProbe.classdata");
  }

  @Test
  void jar_sizeAndLicence_areAsPromised() throws Exception {
    assertThat(Files.size(EndToEnd.agentJar())).isLessThan(MOST_BYTES);
    assertThat(entries()).contains("META-INF/LICENSE");
  }

  /**
   * What would differ from build to build; {@code agent/dist/tools/check-reproducible} compares.
   */
  @Test
  void jar_entries_areInOrderAndTellNoTimeOfBuild() throws Exception {
    try (JarFile jar = new JarFile(EndToEnd.agentJar().toFile())) {
      List<ZipEntry> all = new ArrayList<>(Collections.list(jar.entries()));

      assertThat(all).extracting(ZipEntry::getTimeLocal).containsOnly(all.get(0).getTimeLocal());
      for (int method : new int[] {ZipEntry.STORED, ZipEntry.DEFLATED}) {
        assertThat(all)
            .filteredOn(it -> it.getMethod() == method && it.getName().endsWith(".classdata"))
            .extracting(ZipEntry::getName)
            .isNotEmpty()
            .isSorted();
      }
    }
  }

  private static List<String> entries() throws Exception {
    try (JarFile jar = new JarFile(EndToEnd.agentJar().toFile())) {
      return jar.stream().map(ZipEntry::getName).toList();
    }
  }
}
