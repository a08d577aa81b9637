package io.mapscope.cli;

import io.mapscope.cli.jvm.Ambiguous;
import io.mapscope.cli.jvm.Connection;
import io.mapscope.cli.jvm.JvmProcess;
import io.mapscope.cli.jvm.Jvms;
import io.mapscope.cli.jvm.Unreachable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command about one running JVM; turns what stands in its way into a message and a status. */
abstract class JvmCommand implements Callable<Integer> {
  private static final String ATTACH_MODULE = "jdk.attach";

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Parameters(
      index = "0",
      paramLabel = "PID|MAIN-CLASS",
      description = "process id, or a part of the name of a main class or jar (see list)")
  private String target;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  /** Does the work; returns the exit status. */
  abstract int run(JvmProcess jvm, Connection connection) throws Unreachable, IOException;

  @Override
  public final Integer call() throws IOException {
    try {
      requireAttachModule();
      JvmProcess jvm = Jvms.find(target);
      try (Connection connection = Connection.to(jvm)) {
        return run(jvm, connection);
      }
    } catch (Ambiguous several) {
      return fail(ExitStatus.BAD_USAGE_OR_INPUT, String.valueOf(several.getMessage()));
    } catch (Unreachable unreachable) {
      return fail(ExitStatus.UNREACHABLE, String.valueOf(unreachable.getMessage()));
    }
  }

  static void requireAttachModule() throws Unreachable {
    if (ModuleLayer.boot().findModule(ATTACH_MODULE).isEmpty()) {
      throw Unreachable.withoutModule(ATTACH_MODULE);
    }
  }

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Says each line; returns {@code status}. */
  final int fail(int status, List<String> lines) {
    PrintWriter err = spec.commandLine().getErr();
    lines.forEach(line -> CommandLines.complain(err, line));
    return status;
  }

  final int fail(int status, String line) {
    return fail(status, List.of(line));
  }
}
