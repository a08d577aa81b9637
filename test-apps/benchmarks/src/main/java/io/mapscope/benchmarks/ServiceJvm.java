package io.mapscope.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The JVM of a service that is measured; its output goes nowhere, its errors to a file. */
final class ServiceJvm implements AutoCloseable {
  private static final Duration STOP = Duration.ofSeconds(60);
  private static final double KB_PER_MB = 1024;

  private final Process process;
  private final BufferedReader lines;
  private final Writer input;
  private final Path errors;
  private final Path temporary;

  private ServiceJvm(Process process, Path errors, Path temporary) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
    this.input = process.outputWriter(StandardCharsets.UTF_8);
    this.errors = errors;
    this.temporary = temporary;
  }

  /** Starts {@code program}, a main class or jar with its arguments. */
  static ServiceJvm start(JvmSettings settings, String... program) throws IOException {
    Files.createDirectories(settings.temporary());
    final Path errors = settings.scratch().resolve("service.err");
    final Process process =
        new ProcessBuilder(settings.command(program)).redirectError(errors.toFile()).start();
    return new ServiceJvm(process, errors, settings.temporary());
  }

  /** The rest of the first line that begins so, which says that the service is ready. */
  String awaitLine(String begin) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(begin)) {
        return line.substring(begin.length());
      }
    }
    throw endedTooSoon();
  }

  /** Says a line to it. */
  void tell(String line) throws IOException {
    input.write(line + "\n");
    input.flush();
  }

  /** What to throw when the service has ended by itself. */
  IOException endedTooSoon() throws IOException {
    return new IOException("the service has ended by itself: " + Files.readString(errors));
  }

  /** Reads all that it still says: with nobody to read it would stop when the pipe is full. */
  void drain() {
    final Thread reader = new Thread(this::readToTheEnd, "service-output");
    reader.setDaemon(true);
    reader.start();
  }

  private void readToTheEnd() {
    try {
      lines.transferTo(Writer.nullWriter());
    } catch (IOException closed) {
      // The service has ended, and with it its output.
    }
  }

  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Where its temporary files go. */
  Path temporary() {
    return temporary;
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

  @Override
  public void close() {
    end(process);
  }

  /** Asks a process to end and waits for it; kills it when it takes too long. */
  static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
