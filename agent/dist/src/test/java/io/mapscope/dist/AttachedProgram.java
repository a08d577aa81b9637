package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.Attachable;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A running {@link Attachable}, and the command line of the agent's jar used on it. */
final class AttachedProgram implements AutoCloseable {
  static final String PROGRAM = Attachable.class.getName();

  private final Path directory;
  private final ChildJvm child;
  private int orders;
  private int commands;

  private AttachedProgram(Path directory, ChildJvm child) {
    this.directory = directory;
    this.child = child;
  }

  /** Starts it without any agent and waits until it works. */
  static AttachedProgram start(Path directory, String... jvmFlags) throws Exception {
    ChildJvm child =
        Programs.child(directory, Attachable.class)
            .args(directory.toString())
            .jvmFlags(jvmFlags)
            .timeout(Duration.ofMinutes(8))
            .start();
    child.awaitStdout("ready");
    return new AttachedProgram(directory, child);
  }

  long pid() {
    return child.pid();
  }

  /** Runs {@code java -jar mapscope.jar} with {@code arguments}. */
  ChildResult command(String... arguments) throws Exception {
    return CommandLine.run(directory.resolve("command-" + ++commands), arguments);
  }

  /** Has it do its known number of operations once. */
  void operate() throws Exception {
    Files.createFile(directory.resolve("go-" + ++orders));
    child.awaitStdout("done-" + orders);
  }

  /** Ends it; every result that it checked was right. */
  ChildResult stop() throws Exception {
    Files.createFile(directory.resolve("stop"));
    ChildResult result = child.awaitExit();
    result.assertExit(0);
    assertThat(result.stdout()).contains("stopped").doesNotContain("WRONG");
    return result;
  }

  @Override
  public void close() {
    child.close();
  }
}
