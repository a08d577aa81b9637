package io.mapscope.jfr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a tool or a program of this module's tests in a process of its own. */
record ChildJvm(int status, String output) {

  private static final long PATIENCE_SECONDS = 120;

  /** Runs the {@code jfr} tool of the JDK that runs the tests. */
  static ChildJvm jfr(String... arguments) throws InterruptedException {
    return run("jfr", List.of(arguments));
  }

  /** Runs {@code main} with this JVM's class path. */
  static ChildJvm java(List<String> options, Class<?> main, String... arguments)
      throws InterruptedException {
    List<String> command = new ArrayList<>(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return run("java", command);
  }

  private static ChildJvm run(String tool, List<String> arguments) throws InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(arguments);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " does not end: " + output);
      }
      return new ChildJvm(process.exitValue(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
