package io.mapscope.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Kafka's own command line tools, never with an agent.
 *
 * @param jars a directory with all of Kafka's jars
 * @param scratch where files with their output go
 */
record KafkaTools(Path javaHome, Path jars, Path scratch) {
  static final String PRODUCER = "org.apache.kafka.tools.ProducerPerformance";
  static final String CONSUMER = "org.apache.kafka.tools.ConsumerPerformance";

  String classPath() {
    return jars.resolve("*").toString();
  }

  /** Runs a tool that ends by itself; what it said. */
  List<String> run(String mainClass, List<String> arguments)
      throws IOException, InterruptedException {
    final Process process = start(mainClass, arguments);
    if (process.waitFor() != 0) {
      throw failed(mainClass);
    }
    return Files.readAllLines(output(mainClass));
  }

  /** Starts a tool. */
  Process start(String mainClass, List<String> arguments) throws IOException {
    final List<String> program =
        new ArrayList<>(List.of("-Xmx256m", "-cp", classPath(), mainClass));
    program.addAll(arguments);
    return new ProcessBuilder(AgentCommand.of(javaHome, null, program.toArray(String[]::new)))
        .redirectErrorStream(true)
        .redirectOutput(output(mainClass).toFile())
        .start();
  }

  /** What to throw when a tool has failed, with what it said. */
  IOException failed(String mainClass) throws IOException {
    return new IOException(mainClass + " failed: " + Files.readString(output(mainClass)));
  }

  private Path output(String mainClass) {
    return scratch.resolve(mainClass + ".out");
  }
}
