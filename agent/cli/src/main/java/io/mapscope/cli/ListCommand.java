package io.mapscope.cli;

import io.mapscope.cli.jvm.JvmProcess;
import io.mapscope.cli.jvm.Jvms;
import io.mapscope.cli.jvm.Unreachable;
import io.mapscope.profile.json.JsonWriter;
import io.mapscope.profile.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code list}: the JVMs of this machine, without touching any. */
@Command(
    name = "list",
    description = "Lists the JVMs of this machine, and why one cannot be attached to.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class)
final class ListCommand implements Callable<Integer> {
  @Option(names = "--json", description = "print them as JSON")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try {
      JvmCommand.requireAttachModule();
    } catch (Unreachable unreachable) {
      CommandLines.complain(spec.commandLine().getErr(), String.valueOf(unreachable.getMessage()));
      return ExitStatus.UNREACHABLE;
    }
    List<JvmProcess> jvms = Jvms.all();
    if (json) {
      writeJson(out, jvms);
    } else {
      writeText(out, jvms);
    }
    return ExitStatus.FINE;
  }

  private static void writeText(PrintWriter out, List<JvmProcess> jvms) {
    for (JvmProcess jvm : jvms) {
      String obstacle = jvm.obstacle() == null ? "" : "  (" + jvm.obstacle() + ")";
      out.printf("%8d  %s%s%n", jvm.pid(), Printable.of(jvm.mainClass()), obstacle);
    }
  }

  private static void writeJson(PrintWriter out, List<JvmProcess> jvms) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.open('{').name("schemaVersion").value(1).name("jvms").open('[');
    for (JvmProcess jvm : jvms) {
      json.open('{');
      json.name("pid").value(jvm.pid());
      json.name("mainClass").value(jvm.mainClass());
      json.name("user").value(jvm.user());
      json.name("obstacle").value(jvm.obstacle());
      json.close('}');
    }
    json.close(']').close('}').end();
  }
}
