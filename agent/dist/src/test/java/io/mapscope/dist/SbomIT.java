package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapscope.harness.EndToEnd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The bill of materials names what the jar holds, and nothing that it does not. */
final class SbomIT {
  private static final Path SBOM = Path.of("target", "mapscope-sbom.json");

  /** A library's package in the jar, and who publishes it; a new library belongs in here. */
  private static final Map<String, String> GROUP_BY_PACKAGE =
      Map.of(
          "asm", "org.ow2.asm",
          "hdrhistogram", "org.hdrhistogram",
          "jline", "org.jline",
          "micrometer", "io.micrometer",
          "opentelemetry", "io.opentelemetry",
          "picocli", "info.picocli",
          "prometheus", "io.prometheus");

  /** Annotations that libraries name and nobody needs at run time; they are not in the jar. */
  private static final String ANNOTATIONS = "org.jspecify";

  private static final Pattern RELOCATED = Pattern.compile("inst/io/mapscope/shaded/([^/]+)/.*");

  @Test
  void sbom_namesEveryRelocatedLibraryWithItsVersionAndNoOther() throws Exception {
    Map<String, Set<String>> versionsByGroup = foreignComponents();

    assertThat(relocatedPackages()).isEqualTo(new TreeSet<>(GROUP_BY_PACKAGE.keySet()));
    assertThat(versionsByGroup.keySet()).isEqualTo(new TreeSet<>(GROUP_BY_PACKAGE.values()));
    assertThat(versionsByGroup.values()).noneMatch(versions -> versions.contains(""));
  }

  private static Set<String> relocatedPackages() throws Exception {
    try (JarFile jar = new JarFile(EndToEnd.agentJar().toFile());
        Stream<String> names = jar.stream().map(ZipEntry::getName)) {
      Set<String> packages = new TreeSet<>();
      names
          .map(RELOCATED::matcher)
          .filter(Matcher::matches)
          .forEach(it -> packages.add(it.group(1)));
      return packages;
    }
  }

  private static Map<String, Set<String>> foreignComponents() throws Exception {
    JsonNode sbom = new ObjectMapper().readTree(sbom().toFile());
    assertThat(sbom.path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(sbom.at("/metadata/component/name").asText()).isEqualTo("mapscope");
    Map<String, Set<String>> versions = new TreeMap<>();
    for (JsonNode component : sbom.path("components")) {
      String group = component.path("group").asText();
      if (!group.equals("io.mapscope") && !group.equals(ANNOTATIONS)) {
        assertThat(component.path("purl").asText()).startsWith("pkg:maven/" + group + "/");
        versions
            .computeIfAbsent(group, none -> new TreeSet<>())
            .add(component.path("version").asText());
      }
    }
    return versions;
  }

  private static Path sbom() {
    if (!Files.exists(SBOM)) {
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError("there is no SBOM; ./verify makes one, by -Dsbom");
      }
      System.err.println("### there is no SBOM, its content is NOT CHECKED: build with -Dsbom");
      abort("no SBOM was made");
    }
    return SBOM;
  }
}
