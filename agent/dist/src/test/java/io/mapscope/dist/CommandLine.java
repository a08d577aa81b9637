package io.mapscope.dist;

import io.mapscope.agent.Agent;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.EndToEnd;
import java.nio.file.Path;

/** The command line of the agent's jar, as {@code java -jar} runs it. */
final class CommandLine {
  private CommandLine() {}

  static ChildResult run(Path directory, String... arguments) throws Exception {
    return runFrom(EndToEnd.agentJar(), directory, arguments);
  }

  /** The command line of another jar. */
  static ChildResult runFrom(Path jar, Path directory, String... arguments) throws Exception {
    return ChildJvm.builder(directory.resolve("cli"), Agent.class.getName())
        .classPath(jar.toString())
        .args(arguments)
        .run();
  }
}
