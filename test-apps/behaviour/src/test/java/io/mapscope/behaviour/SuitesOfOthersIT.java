package io.mapscope.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.EndToEnd;
import io.mapscope.harness.Tool;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suites by which others judge maps, locks and executors end under the agent as without. */
class SuitesOfOthersIT {
  /** It had 4,039 when this was written; those of old releases do not change any more. */
  private static final long FEWEST_TCK_TESTS = 4_000;

  private static final long FEWEST_COMMONS_TESTS = 8_000;
  private static final String COMMONS_TESTS = "commons-collections4-[0-9.]+-tests\\.jar";
  private static final String ONE_OF_COMMONS = "org.apache.commons.collections4.map.LRUMapTest";

  /** What JUnit says of test classes that this version of it would not run. */
  private static final String[] OF_JUNIT = {
    "TestEngine with ID", "looks like it was intended to be a test class"
  };

  /** Where the suite expects what it deserializes, seen from the directory it runs in. */
  private static final String COMMONS_RESOURCES = "src/test/resources";

  @TempDir Path directory;

  @Test
  void tck_underTheAgent_endsAsOnThePlainJvm() throws Exception {
    final SuitePair pair = new SuitePair(directory);
    // One after the other: its tests wait for each other, and for a bounded time.
    tck(pair.plain(JUnit4Suite.class)).run().assertExit(0);
    tck(pair.observed(JUnit4Suite.class)).run().assertExit(0).assertQuiet(Tck.ALL);

    pair.assertSameOutcomes("JSR-166 TCK", FEWEST_TCK_TESTS);
    Assumptions.assumeTrue(EndToEnd.agentOn(), "e2e.agent=off: both runs were plain");
    assertThat(pair.unaccusingReport().maps())
        .hasSizeGreaterThan(100)
        .allMatch(map -> map.misuse().overlaps() == 0);
  }

  private static ChildJvmBuilder tck(ChildJvmBuilder child) throws Exception {
    try {
      final String path = System.getProperty("java.class.path");
      return child
          .classPath(path + File.pathSeparator + Tck.classPath())
          .jvmFlags(Tck.flags())
          .args(Tck.ALL);
    } catch (Tool.Missing missing) {
      return abort(missing.toString());
    }
  }

  @Test
  void commonsCollections_underTheAgent_endAsOnThePlainJvm() throws Exception {
    final SuitePair pair = new SuitePair(directory);
    unpackCommonsResources(List.of(directory.resolve("plain"), directory.resolve("observed")));

    // Both at once: the suite uses one core.
    try (ChildJvm first = pair.plain(JupiterSuite.class).args(ONE_OF_COMMONS).start();
        ChildJvm second = pair.observed(JupiterSuite.class).args(ONE_OF_COMMONS).start()) {
      first.awaitExit().assertExit(0);
      second.awaitExit().assertExit(0).assertQuiet(OF_JUNIT);
    }

    pair.assertSameOutcomes("Commons Collections", FEWEST_COMMONS_TESTS);
    Assumptions.assumeTrue(EndToEnd.agentOn(), "e2e.agent=off: both runs were plain");
    assertThat(pair.unaccusingReport().maps()).hasSizeGreaterThan(100);
  }

  private static void unpackCommonsResources(List<Path> children) throws IOException {
    try (JarFile jar = new JarFile(commonsTests())) {
      for (final ZipEntry entry : jar.stream().filter(SuitesOfOthersIT::isResource).toList()) {
        for (final Path child : children) {
          final Path file = child.resolve(COMMONS_RESOURCES).resolve(entry.getName());
          Files.createDirectories(file.getParent());
          try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, file);
          }
        }
      }
    }
  }

  private static boolean isResource(ZipEntry entry) {
    return !entry.isDirectory() && !entry.getName().endsWith(".class");
  }

  private static File commonsTests() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .filter(file -> file.getName().matches(COMMONS_TESTS))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + COMMONS_TESTS + " on the class path"));
  }
}
