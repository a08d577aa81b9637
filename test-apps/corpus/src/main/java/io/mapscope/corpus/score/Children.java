package io.mapscope.corpus.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs cases, each in a JVM of its own under the agent, with the agent's default options unless
 * others are given.
 *
 * <p>A child gets what its program needs and half a minute more to start and to write the report;
 * then it is killed and the case has failed. Environment variables that would change the agent or
 * the JVM are taken away.
 *
 * @param agent the agent's jar
 * @param options of the agent besides the report, such as {@code budget=1%}; or empty
 * @param seconds how long the programs run
 * @param folder where a child's output and report go
 */
record Children(Path agent, String options, int seconds, Path folder) {
  private static final Duration START_AND_END = Duration.ofSeconds(30);

  /** Heap of a child: enough for every program, and a limit to one that leaks. */
  private static final String HEAP = "-Xmx512m";

  private static final int OUTPUT_CHARS_SHOWN = 2_000;

  Observation run(Case run) throws IOException, InterruptedException {
    final Path own = Files.createDirectories(folder.resolve(run.title().replaceAll("\\W+", "-")));
    final Path report = own.resolve("report.json");
    final Path output = own.resolve("output.txt");
    final ProcessBuilder builder =
        new ProcessBuilder(command(run, report))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(Children::changesTheJvm);
    final Process process = builder.start();
    try {
      final Duration limit = START_AND_END.plusSeconds(seconds);
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return Observation.failed("did not end within " + limit.toSeconds() + " s");
      }
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      return Observation.failed("exit status " + process.exitValue() + ": " + end(output));
    }
    return ReportFile.read(report);
  }

  private List<String> command(Case run, Path report) {
    final List<String> command = new ArrayList<>();
    command.add(run.javaHome().resolve("bin").resolve("java").toString());
    command.add(HEAP);
    command.add(
        "-javaagent:" + agent + "=report=" + report + (options.isEmpty() ? "" : "," + options));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("io.mapscope.corpus.Main");
    command.addAll(List.of("run", run.entry().name(), "--seconds", String.valueOf(seconds)));
    if (run.form() == Form.FIXED) {
      command.add("--fixed");
    }
    return command;
  }

  private static boolean changesTheJvm(String variable) {
    return variable.startsWith("MAPSCOPE_")
        || List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS").contains(variable);
  }

  private static String end(Path output) throws IOException {
    final String text = Files.readString(output);
    return text.substring(Math.max(0, text.length() - OUTPUT_CHARS_SHOWN));
  }
}
