package io.mapscope.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One life of the demo shop: started, warmed up, loaded in a closed and then in an open loop.
 *
 * @param startMillis from the start of the process until the shop is open
 * @param closedPerSecond requests answered in a second when each thread waits for its answer
 * @param cpuMicrosPerRequest of the shop's process in the closed loop
 * @param openP50Micros times in the open loop, from when a request was due
 * @param residentMb memory of the shop's process at the end
 */
record ServiceRun(
    double startMillis,
    double closedPerSecond,
    double cpuMicrosPerRequest,
    double openP50Micros,
    double openP99Micros,
    double openP999Micros,
    double residentMb) {
  private static final String OPEN_AT = "The shop is open at ";
  private static final int LOAD_THREADS = 4;
  private static final int STOP_SECONDS = 60;
  private static final double NANOS_PER_MICRO = 1e3;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double KB_PER_MB = 1024;

  /**
   * What to measure.
   *
   * @param shop the demo shop's jar
   * @param seconds of each of the three loads
   * @param rate requests in a second in the open loop
   */
  record Plan(Path javaHome, Path shop, int seconds, int rate) {}

  /** The shop with the {@code agent}, at its default settings, or with none. */
  static ServiceRun measure(Plan plan, @Nullable Path agent, Path scratch)
      throws IOException, InterruptedException {
    final long startNanos = System.nanoTime();
    final Process shop =
        new ProcessBuilder(
                AgentCommand.of(
                    plan.javaHome(), agent, "-Xms512m", "-Xmx512m", "-jar", plan.shop().toString()))
            .redirectError(scratch.resolve("shop.err").toFile())
            .start();
    try (BufferedReader lines = shop.inputReader(StandardCharsets.UTF_8)) {
      final String url = url(lines);
      final double startMillis = (System.nanoTime() - startNanos) / NANOS_PER_MILLI;
      load(plan, url, 0, scratch);
      final Duration cpuBefore = cpu(shop);
      final Properties closed = load(plan, url, 0, scratch);
      final Duration cpuUsed = cpu(shop).minus(cpuBefore);
      final Properties open = load(plan, url, plan.rate(), scratch);
      final double requests = figure(closed, "requests");
      return new ServiceRun(
          startMillis,
          requests / (figure(closed, "elapsedNanos") / NANOS_PER_SECOND),
          cpuUsed.toNanos() / NANOS_PER_MICRO / requests,
          figure(open, "p50Nanos") / NANOS_PER_MICRO,
          figure(open, "p99Nanos") / NANOS_PER_MICRO,
          figure(open, "p999Nanos") / NANOS_PER_MICRO,
          residentMb(shop));
    } finally {
      end(shop);
    }
  }

  private static String url(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(OPEN_AT)) {
        return line.substring(OPEN_AT.length());
      }
    }
    throw new IOException("the shop ended before it was open; shop.err says why");
  }

  private static Properties load(Plan plan, String url, int rate, Path scratch)
      throws IOException, InterruptedException {
    final Path figures = scratch.resolve("figures.properties");
    Files.deleteIfExists(figures);
    final Process load =
        new ProcessBuilder(
                AgentCommand.of(
                    plan.javaHome(),
                    null,
                    "-cp",
                    plan.shop().toString(),
                    "io.mapscope.shop.Load",
                    "--url=" + url,
                    "--seconds=" + plan.seconds(),
                    "--threads=" + LOAD_THREADS,
                    "--rate=" + rate,
                    "--progress=off",
                    "--figures=" + figures))
            .redirectErrorStream(true)
            .redirectOutput(scratch.resolve("load.out").toFile())
            .start();
    try {
      if (load.waitFor() != 0) {
        throw new IOException("a load failed: " + Files.readString(scratch.resolve("load.out")));
      }
    } finally {
      load.destroy();
    }
    final Properties read = new Properties();
    try (var reader = Files.newBufferedReader(figures)) {
      read.load(reader);
    }
    return read;
  }

  private static double figure(Properties figures, String name) throws IOException {
    final String text = figures.getProperty(name);
    if (text == null) {
      throw new IOException("the load's figures lack " + name);
    }
    return Double.parseDouble(text);
  }

  private static Duration cpu(Process process) throws IOException {
    return process
        .info()
        .totalCpuDuration()
        .orElseThrow(() -> new IOException("this system does not tell a process's CPU time"));
  }

  private static double residentMb(Process process) throws IOException {
    final Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    for (final String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / KB_PER_MB;
      }
    }
    throw new IOException(status + " has no VmRSS");
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      process.waitFor();
    }
  }
}
