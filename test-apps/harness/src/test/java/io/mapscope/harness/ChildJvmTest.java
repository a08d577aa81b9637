package io.mapscope.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTest {
  @TempDir Path directory;

  @Test
  void run_childExits_givesCodeAndOutput() throws Exception {
    assertThat(talker("exit", "7").run().exitCode()).isEqualTo(7);
    assertThat(talker("print", "hello").run().stdout()).isEqualTo("hello");
    assertThat(directory.resolve("stdout.txt")).hasContent("hello");
  }

  @Test
  void run_jvmFlagAndEnvironment_reachTheChild() throws Exception {
    final ChildResult flag = talker("property", "a.b").jvmFlags("-Da.b=c").run();
    assertThat(flag.stdout()).isEqualTo("c");
    final ChildResult variable =
        talker("variable", "MAPSCOPE_X").environment("MAPSCOPE_X", "1").run();
    assertThat(variable.stdout()).isEqualTo("1");
  }

  @Test
  void run_moreOutputThanIsKept_endsAndKeepsTheBeginning() throws Exception {
    final int lines = 2 * CapturedOutput.MAX_KEPT_CHARS / 1024;
    final ChildResult result = talker("flood", Integer.toString(lines)).run();
    assertThat(result.exitCode()).isZero();
    assertThat(result.stdout().length()).isBetween(1 << 20, CapturedOutput.MAX_KEPT_CHARS + lines);
  }

  @Test
  void terminate_runningChild_runsItsShutdownHooks() throws Exception {
    final Path farewell = directory.resolve("farewell");
    try (ChildJvm child = talker("serve", farewell.toString()).start()) {
      assertThat(child.awaitStdout("read")).isEqualTo("ready");
      assertThat(child.awaitStderr("warm")).isEqualTo("warm");
      child.terminate().assertExit(ChildResult.EXIT_SIGTERM).assertQuiet();
      child.awaitFile(farewell);
    }
    assertThat(farewell).hasContent("bye");
  }

  @Test
  void close_runningChild_killsIt() throws Exception {
    final ProcessHandle process;
    try (ChildJvm child = talker("serve", directory.resolve("never").toString()).start()) {
      child.awaitStdout("ready");
      process = ProcessHandle.of(child.pid()).orElseThrow();
      assertThat(process.isAlive()).isTrue();
    }
    assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void await_conditionNeverHolds_failsWithTheOutput() throws Exception {
    try (ChildJvm child = talker("print", "hello").start()) {
      assertThatThrownBy(() -> child.awaitStdout("world"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("no line with 'world' on stdout before the child ended")
          .hasMessageContaining("hello");
      assertThatThrownBy(() -> child.awaitFile(directory.resolve("none")))
          .hasMessageContaining("no content in");
    }
  }

  @Test
  void await_childOutlivesItsTimeout_fails() throws Exception {
    final ChildJvmBuilder builder =
        talker("serve", directory.resolve("never").toString()).timeout(Duration.ofSeconds(1));
    try (ChildJvm child = builder.start()) {
      assertThatThrownBy(child::awaitExit).hasMessageContaining("no exit within 1 s");
    }
  }

  /** A test that waits in a call into the child, such as of its management beans, goes on then. */
  @Test
  void start_childOutlivesItsTimeoutUnawaited_isKilledAfterItsStacks() throws Exception {
    final ChildJvmBuilder builder =
        talker("serve", directory.resolve("never").toString()).timeout(Duration.ofSeconds(2));
    try (ChildJvm child = builder.start()) {
      child.awaitStdout("ready");
      final ProcessHandle process = ProcessHandle.of(child.pid()).orElseThrow();
      assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(30));
    }
    assertThat(directory.resolve("stdout.txt"))
        .content()
        .contains("Full thread dump", "Talker.serve");
  }

  @Test
  void assertQuiet_warningOfJvmOrAgent_namesIt() throws Exception {
    for (final String warning :
        new String[] {
          "WARNING: sun.misc.Unsafe::objectFieldOffset has been called",
          "OpenJDK 64-Bit Server VM warning: Sharing is only supported for boot loader classes",
          "[0.012s][warning][cds] shared class paths mismatch",
          "mapscope: unknown option 'x'"
        }) {
      final ChildResult result = talker("warn", warning).run();
      assertThatThrownBy(result::assertQuiet).hasMessageContaining(warning);
    }
    talker("warn", "[main] WARN org.acme.Server - disk is slow").run().assertQuiet();
  }

  @Test
  void assertQuiet_excusedCaller_excusesItsWarningOnly() throws Exception {
    final String theirs = "WARNING: A method was called\nWARNING: by org.acme.Buffers";
    final String ours = "WARNING: A method was called\nWARNING: by io.mapscope.Weaver";
    final ChildResult both = talker("warn", theirs + "\n" + ours).run();
    talker("warn", theirs).run().assertQuiet("org.acme.");
    assertThatThrownBy(() -> both.assertQuiet("org.acme.")).hasMessageContaining("io.mapscope.");
  }

  @Test
  void assertExit_otherCode_failsWithTheOutput() throws Exception {
    final ChildResult result = talker("warn", "why").run();
    assertThatThrownBy(() -> result.assertExit(3, 4)).hasMessageContaining("why");
  }

  private ChildJvmBuilder talker(String... args) {
    return ChildJvm.builder(directory, Talker.class.getName()).args(args);
  }
}
