package io.mapscope.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a measured program is started. */
final class AgentCommand {
  private AgentCommand() {}

  /**
   * The JVM of {@code javaHome} with an agent or none.
   *
   * @param agent its jar, with options behind a {@code =} if they are not the default; or null
   */
  static List<String> of(Path javaHome, @Nullable Object agent, String... rest) {
    final List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
    if (agent != null) {
      command.add("-javaagent:" + agent);
    }
    command.addAll(Arrays.asList(rest));
    return command;
  }
}
