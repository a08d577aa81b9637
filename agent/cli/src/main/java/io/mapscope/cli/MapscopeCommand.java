package io.mapscope.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command above all commands; does nothing itself. */
@Command(
    name = "java -jar mapscope.jar",
    description = "Shows what really happens to the maps of a running JVM.",
    subcommands = {
      ListCommand.class,
      AttachCommand.class,
      DetachCommand.class,
      TopCommand.class,
      ReportCommand.class,
      RulesCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    customSynopsis = {
      "java -jar mapscope.jar COMMAND",
      "       java -javaagent:mapscope.jar[=key=value,...] -jar app.jar"
    },
    footer = {
      "",
      "Exit status: 0 fine, 1 findings at or above --fail-on, 2 bad usage or input,",
      "3 a JVM that cannot be reached, 70 a fault in Mapscope itself."
    })
final class MapscopeCommand implements Runnable {

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "expected a command, got none; commands: "
            + String.join(", ", spec.subcommands().keySet()));
  }
}
