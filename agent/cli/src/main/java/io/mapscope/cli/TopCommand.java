package io.mapscope.cli;

import io.mapscope.cli.jvm.AgentBean;
import io.mapscope.cli.jvm.Connection;
import io.mapscope.cli.jvm.JvmProcess;
import io.mapscope.cli.jvm.Unreachable;
import io.mapscope.cli.top.LiveTop;
import io.mapscope.cli.top.OnceTop;
import io.mapscope.cli.top.SortKey;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code top}: the busiest maps of a running JVM that has the agent, live. */
@Command(
    name = "top",
    description = "Shows the maps of a running JVM live, the busiest first.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class)
final class TopCommand extends JvmCommand {
  private static final int MOST_SECONDS = 3600;

  @Option(names = "--once", description = "print one table of about a second, and exit")
  private boolean once;

  @Option(names = "--json", description = "with --once: print it as JSON")
  private boolean json;

  @Option(
      names = "--sort",
      paramLabel = "COLUMN",
      description = "sort by: ${COMPLETION-CANDIDATES} (default ops)")
  private SortKey sort = SortKey.OPS;

  @Option(
      names = "--filter",
      paramLabel = "TEXT",
      description = "only maps with this in their name, class or place")
  private String filter = "";

  @Option(
      names = "--interval",
      paramLabel = "SECONDS",
      description = "seconds from one table to the next (default 2)")
  private int intervalSeconds = 2;

  @Override
  int run(JvmProcess jvm, Connection connection) throws Unreachable, IOException {
    String problem = problem();
    if (problem != null) {
      return fail(ExitStatus.BAD_USAGE_OR_INPUT, problem);
    }
    if (connection.agent() == null) {
      return fail(
          ExitStatus.UNREACHABLE,
          List.of(
              jvm.label() + " has no Mapscope",
              "bring it in first: java -jar mapscope.jar attach " + jvm.pid()));
    }
    try (AgentBean bean = connection.bean()) {
      if (once) {
        new OnceTop(jvm.label(), sort, filter).print(bean, out(), json);
      } else {
        Duration interval = Duration.ofSeconds(intervalSeconds);
        new LiveTop(bean, jvm.label(), sort, filter, interval).run();
      }
    }
    return ExitStatus.FINE;
  }

  private @Nullable String problem() {
    if (json && !once) {
      return "--json: goes with --once";
    }
    if (intervalSeconds < 1 || intervalSeconds > MOST_SECONDS) {
      return "--interval " + intervalSeconds + ": expected 1 to " + MOST_SECONDS + " seconds";
    }
    if (!once && !LiveTop.isPossible()) {
      return "top needs a terminal to draw on; for scripts there is --once";
    }
    return null;
  }
}
