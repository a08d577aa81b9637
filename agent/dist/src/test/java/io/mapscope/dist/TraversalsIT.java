package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.Lookout;
import io.mapscope.dist.programs.Traversals;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildResult;
import io.mapscope.profile.Misuse;
import io.mapscope.profile.MisuseExample;
import io.mapscope.profile.MisuseKind;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Torn traversals, held against a program that knows the writes during each of its loops. */
final class TraversalsIT {
  @TempDir private Path directory;

  @Test
  void tornTraversals_ofLoopsInStepWithAWriter_areThoseOfTheProgram() throws Exception {
    AgentRun run = AgentRun.of(directory, Traversals.class);

    for (String torn :
        List.of(
            "TORN_HASH",
            "TORN_FOR_EACH",
            "TORN_SKIP_LIST",
            "TORN_SYNCHRONIZED",
            "TORN_SYNCHRONIZED_TREE",
            "TORN_TABLE")) {
      Misuse misuse = misuse(run, torn);
      assertThat(misuse.traversalsWatched()).as(torn).isBetween(1L, run.printed(torn, 0));
      assertThat(misuse.tornTraversals()).as(torn).isEqualTo(misuse.traversalsWatched());
      assertThat(misuse.mostWritesDuringTraversal()).as(torn).isEqualTo(Traversals.WRITES);
      assertThat(misuse.examples()).as(torn).anyMatch(TraversalsIT::tellsTheLoop);
    }
    for (String whole : List.of("WRITTEN_BETWEEN", "WRITTEN_BY_ITSELF", "KEPT")) {
      Misuse misuse = misuse(run, whole);
      assertThat(misuse.tornTraversals()).as(whole).isZero();
      assertThat(misuse.traversalsWatched()).as(whole).isPositive();
    }
    for (String unseen :
        List.of("RANGE", "ABANDONED", "THROWN_OUT_OF", "HANDED_OVER", "CONFINED")) {
      assertThat(misuse(run, unseen).traversalsWatched()).as(unseen).isZero();
      assertThat(misuse(run, unseen).tornTraversals()).as(unseen).isZero();
    }
    assertVirtualThreadsAreNotWatched(run);
  }

  /** Each turn of each loop pays for the look, so nobody does who never tears one. */
  @Test
  void iterators_lookForTheirEnds_fromTheFirstSharedTraversalUntilDetach() throws Exception {
    Path left = directory.resolve("left");
    ChildResult result;
    try (ChildJvm child =
        Programs.child(directory, Lookout.class)
            .agent("budget=off")
            .jvmFlags("-javaagent:" + lookoutJar())
            .args(left.toString())
            .start()) {
      child.awaitStdout("ready");
      CommandLine.run(directory, "detach", Long.toString(child.pid())).assertExit(0);
      Files.createFile(left);
      result = child.awaitExit();
    }

    result.assertExit(0).assertQuiet("loaded dynamically");
    assertThat(result.stdout().lines())
        .as("ConcurrentHashMap, HashMap")
        .containsExactly("own false false", "shared true false", "ready", "left false false");
  }

  /** The agent's class itself is on the application's class path. */
  private Path lookoutJar() throws Exception {
    Path jar = directory.resolve("lookout.jar");
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", Lookout.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    try (OutputStream file = Files.newOutputStream(jar)) {
      new JarOutputStream(file, manifest).close();
    }
    return jar;
  }

  /** JDK 17, which has none, runs the same on a platform thread. */
  private static void assertVirtualThreadsAreNotWatched(AgentRun run) {
    boolean virtual = Runtime.Version.parse(run.report().jvm().version()).feature() >= 21;
    Misuse misuse = misuse(run, "VIRTUAL");
    assertThat(misuse.tornTraversals()).isEqualTo(misuse.traversalsWatched());
    assertThat(misuse.traversalsWatched() == 0).isEqualTo(virtual);
  }

  private static boolean tellsTheLoop(MisuseExample example) {
    return example.kind() == MisuseKind.TORN_TRAVERSAL
        && example.stacks().get(0).get(0).contains(Traversals.WRITES + " writes by other threads")
        && example.stacks().get(0).stream().anyMatch(frame -> frame.contains("Traversals."));
  }

  private static Misuse misuse(AgentRun run, String field) {
    return run.map(Traversals.class, field).misuse();
  }
}
