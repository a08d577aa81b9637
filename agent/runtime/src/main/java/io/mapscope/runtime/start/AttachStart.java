package io.mapscope.runtime.start;

import io.mapscope.weaver.RecorderInstaller;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.MapscopePresence;
import java.util.concurrent.Callable;

/**
 * Serves the requests of our own command line in a running application: what there is to say goes
 * to the person who typed the command, and to nobody else.
 *
 * <p>Called by the entry class, which may be older than this one: a JVM keeps the first it has
 * loaded. Hence name and signature of {@link #serve} never change.
 */
public final class AttachStart {
  private static final String LEFT = "left";
  private static final String NO_AGENT = "no-agent";
  private static final String FAILED = "failed";
  private static final String UNKNOWN_COMMAND = "unknown-command";

  private AttachStart() {}

  /**
   * Does what {@code command} says and answers under {@code ticket}.
   *
   * @return whether an agent runs now whose classes came from this class loader
   */
  public static boolean serve(
      String command,
      String ticket,
      String options,
      Instrumentation instrumentation,
      String version)
      throws Exception {
    AgentProperties properties = AgentProperties.of(instrumentation);
    List<String> reply = new ArrayList<>();
    reply.add(ticket);
    boolean running = false;
    try {
      running = serve(command, options, instrumentation, version, reply);
    } catch (Exception | LinkageError problem) {
      reply.add(FAILED);
      reply.add(stackOf(problem));
    }
    properties.put(AgentProperties.REPLY, String.join("\n", reply));
    return running;
  }

  private static boolean serve(
      String command,
      String options,
      Instrumentation instrumentation,
      String version,
      List<String> reply)
      throws Exception {
    switch (command) {
      case "attach" -> {
        StartOutcome outcome = AgentStart.begin(options, instrumentation, version, true);
        reply.add(outcome.kind().word());
        reply.addAll(outcome.lines());
        return outcome.isRunning();
      }
      case "detach" -> {
        Callable<List<String>> ending =
            RecorderInstaller.isInstalled() ? MapscopePresence.ending() : null;
        reply.add(ending == null ? NO_AGENT : LEFT);
        reply.addAll(ending == null ? List.of() : ending.call());
        return false;
      }
      default -> {
        reply.add(UNKNOWN_COMMAND);
        return false;
      }
    }
  }

  private static String stackOf(Throwable problem) {
    StringWriter text = new StringWriter();
    problem.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
