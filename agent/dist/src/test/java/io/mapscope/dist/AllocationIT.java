package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.Allocating;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.EndToEnd;
import io.mapscope.harness.Reports;
import io.mapscope.profile.Allocation;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jol.info.GraphLayout;

/**
 * What maps allocate and hold, compared with a run of the same program without the agent, in which
 * the JVM itself says what the thread has allocated and JOL walks the maps.
 */
final class AllocationIT {
  private static final double TOLERANCE = 0.05;
  private static final int FIELDS = 16;
  private static final int FIRST_WITH_COMPACT_HEADERS = 25;

  /** What JOL and its own agent need. */
  private static final List<String> JOL_FLAGS =
      List.of(
          "-Djol=true",
          "-Djdk.attach.allowAttachSelf=true",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.ref=ALL-UNNAMED");

  @TempDir private Path directory;

  @Test
  void allocation_everyMapClass_isWhatTheJvmAndJolSay() throws Exception {
    compare();
  }

  @Test
  void allocation_withoutCompressedPointers_isWhatTheJvmAndJolSay() throws Exception {
    compare("-XX:-UseCompressedOops");
  }

  @Test
  void allocation_withWiderAlignment_isWhatTheJvmAndJolSay() throws Exception {
    compare("-XX:ObjectAlignmentInBytes=16");
  }

  @Test
  void allocation_withCompactHeaders_isWhatTheJvmAndJolSay() throws Exception {
    if (EndToEnd.javaFeature() >= FIRST_WITH_COMPACT_HEADERS) {
      compare("-XX:+UseCompactObjectHeaders");
    }
  }

  private void compare(String... flags) throws Exception {
    Map<String, Long> truth = truth(flags);
    Report report = underAgent(flags);
    List<String> differences = new ArrayList<>();
    truth.forEach((figure, bytes) -> compare(figure, bytes, report, differences));
    assertThat(differences).isEmpty();
  }

  private static void compare(String figure, long truth, Report report, List<String> differences) {
    String[] words = figure.split(" ");
    Allocation allocation = allocation(report, words[0]);
    long said = words[1].equals("allocated") ? allocation.bytes() : allocation.retainedBytes();
    if (Math.abs(said - truth) > TOLERANCE * truth) {
      differences.add(figure + ": " + truth + ", reported " + said + " in " + allocation);
    }
  }

  /** Several sites may fill one field: they are added up. */
  private static Allocation allocation(Report report, String field) {
    String name = Allocating.class.getName() + "." + field;
    List<Allocation> found = new ArrayList<>();
    for (MapProfile map : report.maps()) {
      Allocation allocation = map.facts().allocation();
      if (name.equals(map.site().field()) && allocation != null) {
        found.add(allocation);
      }
    }
    assertThat(found).as(field).hasSize(1);
    return found.get(0);
  }

  private Map<String, Long> truth(String... flags) throws Exception {
    Path jol =
        Path.of(GraphLayout.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path program =
        Path.of(Allocating.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    ChildJvmBuilder child =
        Programs.child(directory.resolve("truth"), Allocating.class)
            .classPath(program + java.io.File.pathSeparator + jol)
            .jvmFlags(JOL_FLAGS.toArray(new String[0]))
            .jvmFlags("-XX:+EnableDynamicAgentLoading")
            .jvmFlags(flags);
    Map<String, Long> truth = new TreeMap<>();
    for (String line : child.run().assertExit(0).stdout().split("\\R")) {
      String[] words = line.split(" ");
      if (words.length == 3 && !words[0].equals("nothing") && words[2].matches("[0-9]+")) {
        truth.put(words[0] + " " + words[1], Long.parseLong(words[2]));
      }
    }
    assertThat(truth).hasSize(2 * FIELDS - 1);
    return truth;
  }

  private Report underAgent(String... flags) throws Exception {
    Path json = directory.resolve("report.json");
    ChildResult result =
        Programs.child(directory, Allocating.class)
            .jvmFlags(flags)
            .agent("budget=off", "interval=500ms", "report=" + json)
            .run();
    result.assertExit(0).assertQuiet();
    Report report = Reports.read(json);
    Reports.assertHealthy(report);
    return report;
  }
}
