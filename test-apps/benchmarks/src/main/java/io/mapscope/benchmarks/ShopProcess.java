package io.mapscope.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/**
 * The demo shop in a process of its own, with an agent or none, open for load; closed at the end.
 */
final class ShopProcess implements SoakedService {
  private static final String OPEN_AT = "The shop is open at ";

  /**
   * A connection that the server closes just as a request goes out is no answer, once in a while.
   */
  private static final double MOST_FAILURES = 1e-4;

  /** Threads of the load that a soak runs. */
  private static final int SOAK_THREADS = 2;

  /** Of an open loop, for the load's own code. */
  private static final int WARM_UP_SECONDS = 3;

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private final JvmSettings settings;
  private final Path shop;
  private final ServiceJvm jvm;
  private final String url;
  private final double startMillis;

  private ShopProcess(Path shop, JvmSettings settings) throws IOException {
    this.settings = settings;
    this.shop = shop;
    final long startNanos = System.nanoTime();
    jvm = ServiceJvm.start(settings, "-jar", shop.toString());
    url = jvm.awaitLine(OPEN_AT);
    startMillis = (System.nanoTime() - startNanos) / NANOS_PER_MILLI;
    jvm.drain();
  }

  /** Opens the shop, which is that jar. */
  static ShopProcess open(Path shop, JvmSettings settings) throws IOException {
    return new ShopProcess(shop, settings);
  }

  /** From the start of the process until the shop was open. */
  double startMillis() {
    return startMillis;
  }

  @Override
  public long pid() {
    return jvm.pid();
  }

  @Override
  public Path temporary() {
    return jvm.temporary();
  }

  @Override
  public Load startLoad(int seconds) throws IOException {
    final LoadProcess load = startLoad(seconds, SOAK_THREADS, 0, 0);
    return () -> perSecond(load.await());
  }

  /**
   * Loads the shop and returns the load's figures.
   *
   * @param rate requests that fall due in a second; 0 for a closed loop
   */
  Properties load(int seconds, int threads, int rate) throws IOException, InterruptedException {
    // What the load's own start delays is none of the shop's times; a closed loop only has fewer.
    return startLoad(seconds, threads, rate, rate == 0 ? 0 : WARM_UP_SECONDS).await();
  }

  /** Starts a load in a process of its own. */
  private LoadProcess startLoad(int seconds, int threads, int rate, int warmUpSeconds)
      throws IOException {
    final Path figures = settings.scratch().resolve("figures.properties");
    Files.deleteIfExists(figures);
    final Path said = settings.scratch().resolve("load.out");
    final List<String> command =
        AgentCommand.of(
            settings.javaHome(),
            null,
            "-cp",
            shop.toString(),
            "io.mapscope.shop.Load",
            "--url=" + url,
            "--seconds=" + seconds,
            "--threads=" + threads,
            "--rate=" + rate,
            "--warm-up=" + warmUpSeconds,
            "--progress=off",
            "--figures=" + figures);
    return new LoadProcess(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start(),
        figures,
        said);
  }

  /** A load that is under way. */
  private record LoadProcess(Process process, Path figures, Path said) {
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
    return jvm.cpu();
  }

  /** Memory of the process that is in RAM. */
  double residentMb() throws IOException {
    return jvm.residentMb();
  }

  @Override
  public void close() {
    jvm.close();
  }
}
