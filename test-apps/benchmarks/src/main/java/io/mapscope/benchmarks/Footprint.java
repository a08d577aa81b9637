package io.mapscope.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Measures the heap that the agent takes for its accounts: reachable bytes of a program with many
 * maps used by many threads, with the agent less without it.
 */
public final class Footprint {
  private static final String USAGE =
      "java -cp benchmarks.jar "
          + Footprint.class.getName()
          + " --agent JAR [--java JDK-HOME] [--maps N] [--threads N,N...] [--out FILE]";
  private static final List<String> OPTIONS =
      List.of("--agent", "--java", "--maps", "--threads", "--out");
  private static final int MAPS = 10_000;
  private static final String THREADS = "1,4,16,64";
  private static final double MB = 1024 * 1024;

  /** One number of threads that each use all the maps. */
  record Line(int maps, int threads, long withoutAgentBytes, long withAgentBytes) {
    double addedMb() {
      return (withAgentBytes - withoutAgentBytes) / MB;
    }

    double addedBytesPerMapAndThread() {
      return (withAgentBytes - withoutAgentBytes) / (double) maps / threads;
    }
  }

  private Footprint() {}

  /** Exits with 0 when all was measured, with 2 on a user's mistake. */
  public static void main(String[] given) throws IOException, InterruptedException {
    Arguments.exitOnMistake("footprint", () -> run(given));
  }

  private static void run(String[] given) throws IOException, InterruptedException, UsageException {
    final Arguments arguments = Arguments.parse(given, OPTIONS, List.of(), USAGE);
    final Path agent = arguments.agent();
    final Path javaHome = arguments.javaHome();
    final @Nullable Path out = arguments.out();
    final int maps = arguments.count("--maps", MAPS);
    final List<Integer> threadCounts = arguments.counts("--threads", THREADS);
    final Environment environment = Environment.of(Footprint.class, given, javaHome, agent);
    final List<Line> lines = new ArrayList<>();
    for (final int threads : threadCounts) {
      lines.add(
          new Line(
              maps,
              threads,
              reachableBytes(javaHome, null, maps, threads),
              reachableBytes(javaHome, agent, maps, threads)));
    }
    print(environment, lines);
    if (out != null) {
      ResultsFile.of(environment, 1, lines).write(out);
    }
  }

  private static long reachableBytes(Path javaHome, @Nullable Path agent, int maps, int threads)
      throws IOException, InterruptedException {
    final List<String> command =
        AgentCommand.of(
            javaHome,
            agent,
            "-Xmx2g",
            "-cp",
            System.getProperty("java.class.path"),
            FootprintChild.class.getName(),
            Integer.toString(maps),
            Integer.toString(threads));
    final Process child =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      final String line = lines.readLine();
      if (line == null) {
        throw new IOException("the measured program ended early; its errors are above");
      }
      return Long.parseLong(line);
    } finally {
      child.destroy();
      child.waitFor();
    }
  }

  private static void print(Environment environment, List<Line> lines) {
    System.out.printf("%s%n%n", environment.headline());
    System.out.println("| maps | threads on each | added, MB | bytes per map and thread |");
    System.out.println("|---:|---:|---:|---:|");
    for (final Line line : lines) {
      System.out.printf(
          Locale.ROOT,
          "| %,d | %d | %.1f | %.0f |%n",
          line.maps(),
          line.threads(),
          line.addedMb(),
          line.addedBytesPerMapAndThread());
    }
  }
}
