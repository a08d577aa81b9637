package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.Attachable;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.EndToEnd;
import io.mapscope.harness.Reports;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Report;
import io.mapscope.profile.SiteKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent comes into a JVM that works, or leaves it alone and tells the person why. */
final class AttachIT {
  private static final int FIRST_WITH_NOTICE = 21;
  private static final int UNREACHABLE = 3;
  private static final int BAD_USAGE = 2;

  @TempDir private Path directory;

  @Test
  void attach_toJvmUnderLoad_countsExactlyFromThenOn() throws Exception {
    Path json = directory.resolve("report.json");
    ChildResult result;
    try (AttachedProgram program = AttachedProgram.start(directory)) {
      program.operate();
      program
          .command("attach", AttachedProgram.PROGRAM, "report=" + json, "interval=500ms")
          .assertExit(0);
      program.operate();
      program.operate();
      result = program.stop();
    }

    Report report = Reports.read(json);
    Reports.assertHealthy(report);
    MapProfile counted = usedIn(report, "counted");
    assertThat(counted.operations().get(Operation.GET_HIT)).isEqualTo(2 * Attachable.HITS);
    assertThat(counted.operations().get(Operation.GET_MISS)).isEqualTo(2 * Attachable.MISSES);
    assertThat(counted.operations().get(Operation.PUT_REPLACE)).isEqualTo(2 * Attachable.REPLACED);
    assertThat(counted.operations().get(Operation.PUT_NEW)).isZero();
    assertThat(counted.entries()).isEqualTo(Attachable.ENTRIES);
    assertThat(usedIn(report, "plain").operations().get(Operation.GET_HIT))
        .isEqualTo(2 * Attachable.HITS);
    assertOnlyTheJvmsNotice(result.stderr());
  }

  @Test
  void attach_mistakenOptions_areToldToThePersonAndTheTargetIsUnchanged() throws Exception {
    ChildResult result;
    try (AttachedProgram program = AttachedProgram.start(directory)) {
      String pid = Long.toString(program.pid());
      ChildResult command = program.command("attach", pid, "reprot=x.json", "interval=soon");

      command.assertExit(BAD_USAGE);
      assertThat(command.stderr())
          .contains("unknown option reprot")
          .contains("interval='soon'")
          .contains(pid + " " + AttachedProgram.PROGRAM + " is unchanged")
          .doesNotContain("\tat ");
      program.command("attach", pid).assertExit(0);
      result = program.stop();
    }
    assertOnlyTheJvmsNotice(result.stderr());
  }

  @Test
  void attach_secondTime_isRefusedWithTheOptionsOfTheFirst() throws Exception {
    try (AttachedProgram program = AttachedProgram.start(directory)) {
      String pid = Long.toString(program.pid());
      program.command("attach", pid, "interval=1m").assertExit(0);

      ChildResult second = program.command("attach", pid, "interval=2s");

      second.assertExit(UNREACHABLE);
      assertThat(second.stderr()).contains("has Mapscope").contains("with interval=1m");
      program.stop();
    }
  }

  @Test
  void attach_jvmThatForbidsIt_saysByWhichFlagAndLeavesItAlone() throws Exception {
    for (String flag : List.of("-XX:+DisableAttachMechanism", "-XX:-EnableDynamicAgentLoading")) {
      Path own = Files.createDirectory(directory.resolve(flag.substring(5)));
      try (AttachedProgram program = AttachedProgram.start(own, flag)) {
        ChildResult command = program.command("attach", Long.toString(program.pid()));

        command.assertExit(UNREACHABLE);
        assertThat(command.stderr()).contains("it runs with " + flag).doesNotContain("\tat ");
        assertThat(program.stop().stdout()).doesNotContain("Full thread dump");
      }
    }
  }

  /** The handshake begins with a signal that would end it. */
  @Test
  void attach_processThatIsNoJvm_isLeftAlone() throws Exception {
    Process other = new ProcessBuilder("sleep", "60").start();
    try {
      ChildResult command = CommandLine.run(directory, "attach", Long.toString(other.pid()));

      command.assertExit(UNREACHABLE);
      assertThat(command.stderr()).contains("it is not a HotSpot JVM");
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroy();
    }
  }

  @Test
  void attach_nothingOrTooMuchMeant_listsWhatThereIs() throws Exception {
    Path first = Files.createDirectory(directory.resolve("first"));
    Path second = Files.createDirectory(directory.resolve("second"));
    try (AttachedProgram one = AttachedProgram.start(first);
        AttachedProgram two = AttachedProgram.start(second, "-XX:-UsePerfData")) {
      ChildResult none = one.command("attach", "no.such.Main");
      none.assertExit(UNREACHABLE);
      assertThat(none.stderr()).contains("'no.such.Main'").contains(one.pid() + " ");

      ChildResult list = one.command("list", "--json");
      list.assertExit(0);
      assertThat(list.stdout())
          .contains("\"pid\": " + one.pid())
          .contains("\"pid\": " + two.pid())
          .contains(AttachedProgram.PROGRAM);
    }
  }

  static MapProfile usedIn(Report report, String method) {
    List<MapProfile> found =
        report.maps().stream()
            .filter(map -> map.site().kind() == SiteKind.FIRST_USE)
            .filter(map -> method.equals(map.site().method()))
            .filter(map -> AttachedProgram.PROGRAM.equals(map.site().className()))
            .toList();
    assertThat(found).as("maps first used in " + method).hasSize(1);
    assertThat(found.get(0).instances().alive()).isEqualTo(1);
    return found.get(0);
  }

  private static void assertOnlyTheJvmsNotice(String stderr) throws Exception {
    String notice = "WARNING: A Java agent has been loaded dynamically";
    if (EndToEnd.javaFeature() >= FIRST_WITH_NOTICE) {
      assertThat(stderr).contains(notice);
    }
    assertThat(stderr.lines().filter(line -> !line.startsWith("WARNING: "))).isEmpty();
  }
}
