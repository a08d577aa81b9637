package io.mapscope.benchmarks.scaling;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the JVMs of one measurement are started.
 *
 * @param sites where the classes of the sites are
 * @param scratch for what they say on stderr
 */
record Jvm(Path javaHome, Path agent, Path sites, Path scratch) {
  /** Told by the program whether it has met the agent. */
  static final String AGENT_IS_ON = "agent.isOn";

  private static final String HEAP = "-Xmx6g";

  /** With the agent at these options, or without it where they are null. */
  Started start(@Nullable String options, Class<?> main, List<String> flags, String... arguments)
      throws IOException {
    final List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
    if (options != null) {
      command.add("-javaagent:" + agent + "=advice=off,budget=off," + options);
    }
    command.addAll(List.of(HEAP, "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path") + java.io.File.pathSeparator + sites);
    command.addAll(flags);
    command.add(main.getName());
    command.addAll(List.of(arguments));
    final Path errors = Files.createTempFile(scratch, "jvm", ".err");
    final ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().keySet().removeIf(Jvm::isAboutTelemetry);
    builder.environment().putAll(Map.of("OTEL_METRIC_EXPORT_INTERVAL", "1000"));
    return new Started(builder.start(), errors);
  }

  /** The environment of this machine must not change what is measured. */
  private static boolean isAboutTelemetry(String variable) {
    return variable.startsWith("OTEL_") || variable.startsWith("MAPSCOPE_");
  }

  /** The program with those maps and threads, to its end. */
  Figures run(@Nullable String options, ChildSettings settings)
      throws IOException, InterruptedException {
    final Started started = start(options, ScalingChild.class, settings.asFlags());
    final Figures figures = started.figures();
    started.end();
    if (options != null && figures.get(AGENT_IS_ON) == 0) {
      throw new IOException("the agent is off: " + Files.readString(started.errors));
    }
    return figures;
  }

  /** A port that is free just now. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** A JVM that has been started. */
  record Started(Process process, Path errors) {

    /** Waits for what it has to tell; it goes on until {@link #end}. */
    Figures figures() throws IOException {
      final List<String> lines = new ArrayList<>();
      final BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
      String line = output.readLine();
      while (line != null && !line.equals(Figures.END)) {
        lines.add(line);
        line = output.readLine();
      }
      if (line == null) {
        throw new IOException("the measured JVM ended early: " + Files.readString(errors));
      }
      return Figures.of(lines);
    }

    /** Lets it end, and waits for that. */
    void end() throws IOException, InterruptedException {
      process.outputWriter().close();
      process.waitFor();
    }
  }
}
