package io.mapscope.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The demo shop in a process of its own, with an agent or none, open for load; closed at the end.
 */
final class ShopProcess implements AutoCloseable {
  private static final String OPEN_AT = "The shop is open at ";
  private static final int STOP_SECONDS = 60;

  /**
   * A connection that the server closes just as a request goes out is no answer, once in a while.
   */
  private static final double MOST_FAILURES = 1e-4;

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double KB_PER_MB = 1024;

  private final Path javaHome;
  private final Path shop;
  private final Path scratch;
  private final Process process;
  private final BufferedReader lines;
  private final String url;
  private final double startMillis;

  private ShopProcess(Path javaHome, Path shop, @Nullable Object agent, Path scratch)
      throws IOException {
    this.javaHome = javaHome;
    this.shop = shop;
    this.scratch = scratch;
    final long startNanos = System.nanoTime();
    process =
        new ProcessBuilder(
                AgentCommand.of(
                    javaHome,
                    agent,
                    "-Xms512m",
                    "-Xmx512m",
                    "-Djava.io.tmpdir=" + scratch,
                    "-jar",
                    shop.toString()))
            .redirectError(scratch.resolve("shop.err").toFile())
            .start();
    lines = process.inputReader(StandardCharsets.UTF_8);
    url = url();
    startMillis = (System.nanoTime() - startNanos) / NANOS_PER_MILLI;
    final Thread drain = new Thread(this::drain, "shop-output");
    drain.setDaemon(true);
    drain.start();
  }

  /** A shop whose output nobody reads would stop when the pipe is full. */
  private void drain() {
    try {
      lines.transferTo(Writer.nullWriter());
    } catch (IOException closed) {
      // The shop has ended, and with it its output.
    }
  }

  /** Opens the shop; its temporary files and those of its load go to {@code scratch}. */
  static ShopProcess open(Path javaHome, Path shop, @Nullable Object agent, Path scratch)
      throws IOException {
    return new ShopProcess(javaHome, shop, agent, scratch);
  }

  private String url() throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(OPEN_AT)) {
        return line.substring(OPEN_AT.length());
      }
    }
    throw new IOException(
        "the shop ended before it was open: " + Files.readString(scratch.resolve("shop.err")));
  }

  /** From the start of the process until the shop was open. */
  double startMillis() {
    return startMillis;
  }

  long pid() {
    return process.pid();
  }

  /** Where its temporary files go, Flight Recorder's repository among them. */
  Path scratch() {
    return scratch;
  }

  /**
   * Loads the shop and returns the load's figures.
   *
   * @param rate requests that fall due in a second; 0 for a closed loop
   */
  Properties load(int seconds, int threads, int rate) throws IOException, InterruptedException {
    return startLoad(seconds, threads, rate).await();
  }

  /** Starts a load in a process of its own. */
  LoadProcess startLoad(int seconds, int threads, int rate) throws IOException {
    final Path figures = scratch.resolve("figures.properties");
    Files.deleteIfExists(figures);
    final Path said = scratch.resolve("load.out");
    final List<String> command =
        AgentCommand.of(
            javaHome,
            null,
            "-cp",
            shop.toString(),
            "io.mapscope.shop.Load",
            "--url=" + url,
            "--seconds=" + seconds,
            "--threads=" + threads,
            "--rate=" + rate,
            "--progress=off",
            "--figures=" + figures);
    return new LoadProcess(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start(),
        figures,
        said);
  }

  /** A load that is under way. */
  record LoadProcess(Process process, Path figures, Path said) {
    /** The figures of the load, {@code failures} among them, when it has come to its end. */
    Properties await() throws IOException, InterruptedException {
      try {
        process.waitFor();
      } finally {
        process.destroy();
      }
      if (!Files.isRegularFile(figures)) {
        throw new IOException("a load broke off: " + Files.readString(said));
      }
      final Properties read = new Properties();
      try (var reader = Files.newBufferedReader(figures)) {
        read.load(reader);
      }
      if (figure(read, "failures") > MOST_FAILURES * figure(read, "requests")) {
        throw new IOException("a load failed: " + Files.readString(said));
      }
      return read;
    }
  }

  /** One of a load's figures. */
  static double figure(Properties figures, String name) throws IOException {
    final String text = figures.getProperty(name);
    if (text == null) {
      throw new IOException("the load's figures lack " + name);
    }
    return Double.parseDouble(text);
  }

  /** Requests answered in a second of the load with these figures. */
  static double perSecond(Properties figures) throws IOException {
    return figure(figures, "requests") / (figure(figures, "elapsedNanos") / NANOS_PER_SECOND);
  }

  /** CPU time of the process so far. */
  Duration cpu() throws IOException {
    return process
        .info()
        .totalCpuDuration()
        .orElseThrow(() -> new IOException("this system does not tell a process's CPU time"));
  }

  /** Memory of the process that is in RAM. */
  double residentMb() throws IOException {
    final Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    for (final String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / KB_PER_MB;
      }
    }
    throw new IOException(status + " has no VmRSS");
  }

  /** Asks the process to end and waits for it; kills it when it takes too long. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
