package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.ExactCounts;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.Reports;
import io.mapscope.profile.RefusedClass;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A JDK that is not as we know it: what has another shape is left alone, the rest is counted. */
final class CompatibilityIT {
  private static final Set<String> OF_TREE_MAP = Set.of("TREE_MAP");

  /** Those of a HashMap and of what is one, or is made of one. */
  private static final Set<String> OF_HASH_MAP =
      Set.of(
          "HASH_MAP",
          "SYNCHRONIZED_MAP",
          "CHECKED_MAP",
          "SUBCLASS",
          "LINKED_HASH_MAP",
          "ACCESS_ORDER");

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"TreeMap,getEntry", "HashMap,getNode", "HashMap,putMapEntries"})
  void counts_whereAMapOfTheJdkHasAnotherShape_areExactOnAllOthers(String family, String method)
      throws Exception {
    Path json = directory.resolve("other.json");

    ChildResult result =
        Programs.child(directory, ExactCounts.class)
            .jvmFlags(OtherJdk.withMethodRenamed(directory, family, method), "-Dsteps=2000")
            .agent("budget=off", "interval=500ms", "report=" + json)
            .run();

    result.assertExit(0);
    assertThat(result.stderr())
        .contains("mapscope: java.util." + family + " stays unwoven: unknown shape")
        .doesNotContain("\tat ");
    AgentRun run = new AgentRun(result, Reports.read(json));
    assertThat(run.report().agent().suppressedErrors()).isZero();
    assertThat(run.report().agent().refusedClasses())
        .extracting(RefusedClass::className)
        .contains("java.util." + family)
        .allMatch(name -> name.matches("java\\.util\\.(Linked)?" + family + "(\\$.*)?"));
    OracleComparison.assertExactBut(family.equals("TreeMap") ? OF_TREE_MAP : OF_HASH_MAP, run);
  }
}
