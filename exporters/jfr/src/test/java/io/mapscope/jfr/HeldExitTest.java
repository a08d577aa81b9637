package io.mapscope.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldExitTest {
  @TempDir Path directory;

  @Test
  void exit_whileHeld_waitsForTheRelease() throws Exception {
    assertThat(run("released")).containsExactly("held", "hook");
  }

  @Test
  void exit_whileHeldByWhoeverForgets_comesAllTheSame() throws Exception {
    assertThat(run("kept")).containsExactly("held", "hook");
  }

  /** Our events ask, on the thread that starts the recording: they must not wait for its start. */
  @Test
  void isEnding_whileHeldAndAfter_isToldAtOnce() throws Exception {
    assertThat(run("asked")).containsExactly("goes on", "at once", "goes on", "ends");
  }

  /** Without {@link HeldExit} the recording waits for ever for a thread that is gone. */
  @Test
  void recording_thatStartsWhenTheRecorderIsGone_isRefused() throws Exception {
    Path file = directory.resolve("late.jfr");
    assertThat(run("late", file.toString()))
        .containsExactly(
            "cannot record to "
                + file
                + ": the application has ended before Flight Recorder could start");
    assertThat(directory).isEmptyDirectory();
  }

  private static List<String> run(String... arguments) throws InterruptedException {
    ChildJvm child = ChildJvm.java(List.of(), EndingProgram.class, arguments);
    assertThat(child.status()).as(child.output()).isZero();
    return child.output().lines().toList();
  }
}
