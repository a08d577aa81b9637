package io.mapscope.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A running child JVM whose output is captured and which never outlives the test.
 *
 * <p>Every wait ends when its condition holds, or fails with all captured output when the child
 * ended first or its timeout, which counts from its start, is over. A child that still runs a while
 * after that is killed, its stacks printed: waits that are not ours, such as for an answer of its
 * management beans, have no end of their own.
 */
public final class ChildJvm implements AutoCloseable {
  /** How long a look at a file may be old; only files need looking, all else notifies. */
  private static final long FILE_POLL_MILLIS = 20;

  /** What a wait may need to fail after the timeout, before the child is killed, of the timeout. */
  private static final int GRACE_PART = 4;

  private static final long STACKS_MILLIS = 2_000;
  private static final String STACKS = "Full thread dump";

  private final String description;
  private final Process process;
  private final CapturedOutput stdout;
  private final CapturedOutput stderr;
  private final Deadline deadline;

  ChildJvm(String description, Process process, Path directory, Deadline deadline) {
    this.description = description;
    this.process = process;
    this.deadline = deadline;
    this.stdout = CapturedOutput.start(process.getInputStream(), directory.resolve("stdout.txt"));
    this.stderr = CapturedOutput.start(process.getErrorStream(), directory.resolve("stderr.txt"));
    final Thread limit = new Thread(this::killAfterDeadline, "limit of child " + process.pid());
    limit.setDaemon(true);
    limit.start();
  }

  private void killAfterDeadline() {
    final long graceNanos = deadline.allowed().toNanos() / GRACE_PART;
    try {
      if (!process.waitFor(deadline.remainingNanos() + graceNanos, TimeUnit.NANOSECONDS)) {
        killWithStacks();
      }
    } catch (InterruptedException | IOException e) {
      System.err.println("### no stacks of " + description + ": " + e);
    }
  }

  private void killWithStacks() throws IOException, InterruptedException {
    final String allowed = deadline.allowed().toSeconds() + " s";
    System.err.println("### killed for running longer than " + allowed + ": " + description);
    try {
      System.err.println(stacks());
    } finally {
      close();
    }
  }

  /** What the JVM prints on SIGQUIT: every thread and the locks it holds and waits for. */
  private String stacks() throws IOException, InterruptedException {
    final int before = stdout.text().length();
    new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start().waitFor();
    process.waitFor(STACKS_MILLIS, TimeUnit.MILLISECONDS);
    final String since = stdout.text().substring(before);
    return since.contains(STACKS) ? since : "no answer to SIGQUIT; stdout: " + since;
  }

  /** A child whose working directory and output files are in {@code directory}. */
  public static ChildJvmBuilder builder(Path directory, String mainClass) {
    return new ChildJvmBuilder(directory, mainClass);
  }

  /** Process id of the child. */
  public long pid() {
    return process.pid();
  }

  /** Waits until standard output has a line with {@code fragment} in it and returns the line. */
  public String awaitStdout(String fragment) throws InterruptedException {
    return awaitLine(stdout, fragment, "stdout");
  }

  /** Waits until standard error has a line with {@code fragment} in it and returns the line. */
  public String awaitStderr(String fragment) throws InterruptedException {
    return awaitLine(stderr, fragment, "stderr");
  }

  private String awaitLine(CapturedOutput output, String fragment, String stream)
      throws InterruptedException {
    final String line = output.awaitLine(candidate -> candidate.contains(fragment), deadline);
    if (line == null) {
      throw failure("no line with '" + fragment + "' on " + stream);
    }
    return line;
  }

  /** Waits until {@code file} exists and is not empty. */
  public void awaitFile(Path file) throws InterruptedException {
    boolean alive = true;
    while (sizeBytes(file) == 0) {
      if (!alive || deadline.passed()) {
        throw failure("no content in " + file);
      }
      // The exit is noticed before the last look, so a file written at exit is seen.
      alive = !process.waitFor(FILE_POLL_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Waits until {@code file} has {@code fragment} in it. */
  public void awaitFileWith(Path file, String fragment) throws InterruptedException, IOException {
    awaitFile(file);
    boolean alive = true;
    while (!Files.readString(file).contains(fragment)) {
      if (!alive || deadline.passed()) {
        throw failure("no '" + fragment + "' in " + file);
      }
      alive = !process.waitFor(FILE_POLL_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private static long sizeBytes(Path file) {
    // File.length() is zero for a file that is not there yet, without an exception to catch.
    return file.toFile().length();
  }

  /** Waits until the child has ended by itself. */
  public ChildResult awaitExit() throws InterruptedException {
    if (!process.waitFor(deadline.remainingNanos(), TimeUnit.NANOSECONDS)
        || !stdout.awaitEnd(deadline)
        || !stderr.awaitEnd(deadline)) {
      throw failure("no exit");
    }
    return new ChildResult(description, process.exitValue(), stdout.text(), stderr.text());
  }

  /** Asks the child to end with SIGTERM, as a service manager does, and waits until it has. */
  public ChildResult terminate() throws InterruptedException {
    // Process.destroy would also close the streams, and what the child says at its end be lost.
    process.toHandle().destroy();
    return awaitExit();
  }

  /** Kills the child and its own children if they still run. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private AssertionError failure(String what) throws InterruptedException {
    // A child's streams end a moment before the child itself.
    final boolean ended = process.waitFor(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
    final String state =
        !ended
            ? "within " + deadline.allowed().toSeconds() + " s, still running"
            : "before the child ended with exit code " + process.exitValue();
    return new AssertionError(
        ChildResult.describe(what + " " + state, description, stdout.text(), stderr.text()));
  }
}
