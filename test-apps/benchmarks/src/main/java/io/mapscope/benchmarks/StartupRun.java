package io.mapscope.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One start of {@link StartupChild}, in milliseconds.
 *
 * @param wall from the start of the process to the first line of {@code main}, parent's clock
 * @param mainThread CPU of the main thread before {@code main}: the start of the agent is in it
 * @param beforeMain CPU of the whole JVM before {@code main}
 * @param settled CPU of the whole JVM some seconds later, when background work is done
 */
record StartupRun(double wall, double mainThread, double beforeMain, double settled) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Starts the child, with the agent at its default settings unless {@code agent} is null. */
  static StartupRun measure(Path javaHome, @Nullable Path agent, int settleSeconds)
      throws IOException, InterruptedException {
    final long start = System.nanoTime();
    final Process child =
        new ProcessBuilder(
                AgentCommand.of(
                    javaHome,
                    agent,
                    "-cp",
                    System.getProperty("java.class.path"),
                    StartupChild.class.getName()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      final double mainThread = millis(lines);
      final double wall = (System.nanoTime() - start) / NANOS_PER_MILLI;
      final double beforeMain = millis(lines);
      TimeUnit.SECONDS.sleep(settleSeconds);
      child.getOutputStream().write('\n');
      child.getOutputStream().flush();
      return new StartupRun(wall, mainThread, beforeMain, millis(lines));
    } finally {
      child.destroy();
      child.waitFor();
    }
  }

  private static double millis(BufferedReader lines) throws IOException {
    final String line = lines.readLine();
    if (line == null) {
      throw new IOException("the measured program ended early; its errors are above");
    }
    return Long.parseLong(line) / NANOS_PER_MILLI;
  }
}
