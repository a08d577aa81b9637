package io.mapscope.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.mapscope.harness.Tool;
import io.mapscope.profile.Report;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suites by which others judge maps, locks and executors end under the agent as without. */
class SuitesOfOthersIT {
  /** It had 4,039 when this was written; those of old releases do not change any more. */
  private static final long FEWEST_TCK_TESTS = 4_000;

  private static final long FEWEST_COMMONS_TESTS = 8_000;
  private static final String COMMONS_TESTS = "commons-collections4-[0-9.]+-tests\\.jar";
  private static final String ONE_OF_COMMONS = "org.apache.commons.collections4.map.LRUMapTest";

  private static final long FEWEST_KAFKA_TESTS = 5_000;
  private static final String ONE_OF_KAFKA = "org.apache.kafka.clients.MetadataTest";
  private static final String KAFKA_HEAP = "-Xmx1g";

  /**
   * Left out of Kafka's tests: what opens sockets, signs and waits (network, security), what takes
   * longer than all the rest without more kinds of map use (compressed blocks, every number of
   * bytes, thousands of consumers), and two classes that inherit mocks.
   */
  private static final String[] NOT_OF_KAFKA = {
    ".*\\.(network|security|compress)\\..*",
    ".*\\.ByteUtilsTest",
    ".*StickyAssignorTest",
    ".*ConsumerCoordinatorTest"
  };

  /** Whose calls the JVM warns of: Kafka's own, and those of a library of its. */
  private static final String[] OF_KAFKA = {"by org.apache.kafka.", "by org.xerial.snappy."};

  /** Sites of maps that the agent saw: it was on while the suite ran. */
  private static final int FEWEST_MAPS = 100;

  /** What JUnit says of test classes that this version of it would not run. */
  private static final String[] OF_JUNIT = {
    "TestEngine with ID", "looks like it was intended to be a test class"
  };

  /** Where the suite expects what it deserializes, seen from the directory it runs in. */
  private static final String COMMONS_RESOURCES = "src/test/resources";

  @TempDir Path directory;

  @Test
  void tck_underTheAgent_endsAsOnThePlainJvm() throws Exception {
    final String classPath = System.getProperty("java.class.path");
    final String all = classPath + File.pathSeparator + tckClassPath();
    final SuiteRuns runs =
        new SuiteRuns(
            directory,
            JUnit4Suite.class,
            child -> child.classPath(all).jvmFlags(Tck.flags()).args(Tck.ALL));
    runs.inTurn(Tck.ALL);

    runs.assertSameOutcomes("JSR-166 TCK", FEWEST_TCK_TESTS);
    for (final Report report : List.of(runs.exactReport(), runs.budgetedReport())) {
      assertThat(report.maps())
          .hasSizeGreaterThan(FEWEST_MAPS)
          .allMatch(map -> map.misuse().overlaps() == 0);
    }
  }

  private static String tckClassPath() throws Exception {
    try {
      return Tck.classPath();
    } catch (Tool.Missing missing) {
      return abort(missing.toString());
    }
  }

  @Test
  void commonsCollections_underTheAgent_endAsOnThePlainJvm() throws Exception {
    final SuiteRuns runs =
        new SuiteRuns(directory, JupiterSuite.class, child -> child.args(ONE_OF_COMMONS));
    unpackCommonsResources(runs.directories());
    runs.atOnce(OF_JUNIT);

    runs.assertSameOutcomes("Commons Collections", FEWEST_COMMONS_TESTS);
    assertMapsSeenThroughGate(runs);
  }

  @Test
  void kafkaClients_underTheAgent_endAsOnThePlainJvm() throws Exception {
    final SuiteRuns runs =
        new SuiteRuns(
            directory,
            JupiterSuite.class,
            child -> child.jvmFlags(KAFKA_HEAP).args(ONE_OF_KAFKA).args(NOT_OF_KAFKA));
    runs.atOnce(OF_KAFKA);

    runs.assertSameOutcomes("Kafka clients", FEWEST_KAFKA_TESTS);
    assertMapsSeenThroughGate(runs);
  }

  private static void assertMapsSeenThroughGate(SuiteRuns runs) throws IOException {
    assertThat(runs.exactReport().maps()).hasSizeGreaterThan(FEWEST_MAPS);
    final Report budgeted = runs.budgetedReport();
    assertThat(budgeted.maps()).hasSizeGreaterThan(FEWEST_MAPS);
    // Both use maps more than fits into the budget, so the gate was closed at times.
    assertThat(budgeted.agent().coverage()).isBetween(0.0, 0.99);
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
