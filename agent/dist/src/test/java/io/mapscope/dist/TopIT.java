package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.harness.ChildResult;
import io.mapscope.harness.EndToEnd;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live table, in a real terminal and for scripts. */
final class TopIT {
  private static final int UNREACHABLE = 3;
  private static final int BAD_USAGE = 2;

  private static final Pattern PROMPT = Pattern.compile("before-42\\s+[#$]\\s*$");

  @TempDir private Path directory;

  @Test
  void top_inATerminal_showsSortsFiltersPausesResizesAndGivesTheTerminalBack() throws Exception {
    requireTmux();
    try (AttachedProgram program = AttachedProgram.start(directory);
        Tmux tmux = Tmux.open(120, 20)) {
      program.command("attach", Long.toString(program.pid()), "advice=off").assertExit(0);
      program.operate();
      tmux.type("echo before-$((40+2)); " + java("top", Long.toString(program.pid())));

      String table = tmux.await("the table", screen -> screen.contains("Attachable.load"));
      assertThat(table).contains("OPS/S*").contains("q quit").doesNotContain("before-42");
      tmux.keys("e");
      tmux.await("the order by entries", screen -> screen.contains("ENTRIES*"));
      tmux.type("/counted");
      tmux.await(
          "the filter",
          screen -> screen.contains("Attachable.counted") && !screen.contains("Attachable.load"));
      tmux.keys("Enter");
      tmux.await("the map in detail", screen -> screen.contains("esc back"));
      tmux.keys("Escape");
      tmux.await("the table again", screen -> screen.contains("filter: counted"));
      tmux.keys("p");
      tmux.await("the pause", screen -> screen.contains("PAUSED"));
      tmux.resize(70, 10);
      tmux.await("the smaller table", screen -> isComplete(screen, 70, 10));
      tmux.keys("q");
      // What is typed before the shell is back is thrown away with the terminal's settings.
      tmux.await("the shell", screen -> PROMPT.matcher(screen).find());
      tmux.type("stty -a | grep -c -e ' icanon' -e ' echo '; echo status-$?");
      tmux.await("a terminal as before", screen -> screen.contains("status-0"));
      program.stop();
    }
  }

  @Test
  void top_once_printsTheRatesForScripts() throws Exception {
    try (AttachedProgram program = AttachedProgram.start(directory)) {
      String pid = Long.toString(program.pid());
      ChildResult without = program.command("top", pid, "--once").assertExit(UNREACHABLE);
      assertThat(without.stderr()).contains("has no Mapscope").contains("attach " + pid);

      program.command("attach", pid, "advice=off").assertExit(0);
      ChildResult json = program.command("top", pid, "--once", "--json").assertExit(0);
      ChildResult text = program.command("top", pid, "--once", "--filter", "load").assertExit(0);

      assertThat(json.stdout())
          .contains("\"schemaVersion\": 1")
          .containsPattern("\"operationsPerSecond\": [1-9]")
          .contains("\"site\": \"" + AttachedProgram.PROGRAM + ".load");
      assertThat(text.stdout()).contains("OPS/S*").contains("Attachable.load");
      assertThat(program.command("top", pid).assertExit(BAD_USAGE).stderr())
          .contains("top needs a terminal");
      program.stop();
    }
  }

  /** Every line within the width, and the line of help, cut, at the end. */
  private static boolean isComplete(String screen, int columns, int rows) {
    String[] lines = screen.split("\n");
    return lines.length == rows
        && lines[0].startsWith("mapscope top")
        && lines[rows - 1].startsWith("q quit")
        && screen.lines().allMatch(line -> line.length() <= columns);
  }

  private static String java(String... arguments) {
    return EndToEnd.javaHome().resolve("bin/java")
        + " -jar "
        + EndToEnd.agentJar()
        + " "
        + String.join(" ", arguments);
  }

  private static void requireTmux() throws InterruptedException {
    if (!Tmux.isThere()) {
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError("tmux is missing; ./verify installs it");
      }
      System.err.println("### tmux is missing: the live table is NOT TRIED on a screen");
      Assumptions.abort("tmux is missing");
    }
  }
}
