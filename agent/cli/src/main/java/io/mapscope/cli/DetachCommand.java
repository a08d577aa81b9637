package io.mapscope.cli;

import io.mapscope.cli.jvm.Connection;
import io.mapscope.cli.jvm.Connection.RunningAgent;
import io.mapscope.cli.jvm.JvmProcess;
import io.mapscope.cli.jvm.Reply;
import io.mapscope.cli.jvm.Unreachable;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code detach}: takes the agent out of a JVM that goes on. */
@Command(
    name = "detach",
    description = {
      "Takes the agent out of a running JVM: it writes its last reports, as at exit,",
      "and puts everything back."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class)
final class DetachCommand extends JvmCommand {
  @Override
  int run(JvmProcess jvm, Connection connection) throws Unreachable, IOException {
    RunningAgent agent = connection.agent();
    if (agent == null) {
      return fail(ExitStatus.UNREACHABLE, jvm.label() + " has no Mapscope");
    }
    Reply reply = connection.request("detach", "", agent.jar());
    switch (reply.word()) {
      case "left" -> {
        connection.forgetJar(agent.jar());
        out().println("The agent has left " + jvm.label() + ".");
        reply.lines().forEach(line -> out().println("  " + line));
        return ExitStatus.FINE;
      }
      case "no-agent" -> {
        return fail(ExitStatus.UNREACHABLE, jvm.label() + " has no Mapscope");
      }
      default -> {
        return fail(ExitStatus.UNREACHABLE, reply.lines());
      }
    }
  }
}
