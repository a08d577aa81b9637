package io.mapscope.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a measured program is started. */
final class AgentCommand {
  private AgentCommand() {}

  /** The JVM of {@code javaHome} with the {@code agent}, at its default settings, or with none. */
  static List<String> of(Path javaHome, @Nullable Path agent, String... rest) {
    final List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
    if (agent != null) {
      command.add("-javaagent:" + agent);
    }
    command.addAll(Arrays.asList(rest));
    return command;
  }
}
