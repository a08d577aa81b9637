package io.mapscope.cli;

import io.mapscope.cli.jvm.Connection;
import io.mapscope.cli.jvm.Connection.RunningAgent;
import io.mapscope.cli.jvm.JvmProcess;
import io.mapscope.cli.jvm.Reply;
import io.mapscope.cli.jvm.Unreachable;
import io.mapscope.profile.json.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code attach}: brings the agent into a running JVM. */
@Command(
    name = "attach",
    description = "Brings the agent into a running JVM; it counts from then on.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class)
final class AttachCommand extends JvmCommand {
  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "OPTION=VALUE",
      description = {
        "options of the agent, as after -javaagent:mapscope.jar=, in one word or several;",
        "relative paths begin in the target's working directory"
      })
  private List<String> options = new ArrayList<>();

  @Option(names = "--json", description = "print the outcome as JSON")
  private boolean json;

  @Override
  int run(JvmProcess jvm, Connection connection) throws Unreachable, IOException {
    RunningAgent present = connection.agent();
    if (present != null) {
      return fail(
          ExitStatus.UNREACHABLE,
          jvm.label() + " " + describe(present) + "; to attach anew, detach it first");
    }
    boolean notice = connection.willPrintNotice();
    Reply reply = connection.request("attach", String.join(",", options));
    return switch (reply.word()) {
      case "running" -> succeed(jvm, reply, notice);
      case "bad-options" ->
          fail(ExitStatus.BAD_USAGE_OR_INPUT, and(reply.lines(), jvm.label() + " is unchanged"));
      case "disabled" ->
          fail(ExitStatus.UNREACHABLE, "enabled=false: " + jvm.label() + " is unchanged");
      default -> fail(ExitStatus.UNREACHABLE, and(reply.lines(), jvm.label() + " has no agent"));
    };
  }

  private int succeed(JvmProcess jvm, Reply reply, boolean notice) throws IOException {
    if (json) {
      writeJson(jvm, reply);
      return ExitStatus.FINE;
    }
    out().println("The agent is in " + jvm.label() + ".");
    reply.lines().forEach(line -> out().println("  " + line));
    if (notice) {
      out().println("  It has printed the JVM's own notice about agents that come at run time;");
      out().println("  -XX:+EnableDynamicAgentLoading on its command line avoids that.");
    }
    return ExitStatus.FINE;
  }

  private void writeJson(JvmProcess jvm, Reply reply) throws IOException {
    JsonWriter writer = new JsonWriter(out());
    writer.open('{').name("schemaVersion").value(1);
    writer.name("pid").value(jvm.pid()).name("mainClass").value(jvm.mainClass());
    writer.name("notes").open('[');
    for (String line : reply.lines()) {
      writer.value(line);
    }
    writer.close(']').close('}').end();
  }

  private static String describe(RunningAgent present) {
    String given = present.options().isEmpty() ? "without options" : "with " + present.options();
    return "has Mapscope " + present.version() + " already, " + given;
  }

  private static List<String> and(List<String> lines, String last) {
    List<String> all = new ArrayList<>(lines);
    all.add(last);
    return all;
  }
}
