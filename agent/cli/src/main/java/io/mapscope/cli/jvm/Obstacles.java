package io.mapscope.cli.jvm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands against attaching to a process, found out without touching it: the handshake begins
 * with a signal that ends a process which is no JVM, and makes a JVM that does not take part print
 * all its threads.
 */
final class Obstacles {
  private static final String NO_ATTACHING = "-XX:+DisableAttachMechanism";
  private static final String NO_LOADING = "-XX:-EnableDynamicAgentLoading";

  private Obstacles() {}

  /** What stands against it and what to do, one line, or null. */
  static @Nullable String of(ProcessHandle process) {
    LinuxProcess linux = new LinuxProcess(process.pid());
    if (!linux.isThere()) {
      return null; // no Linux: the handshake itself will tell
    }
    if (!linux.isReadable()) {
      return "it belongs to "
          + process.info().user().map(user -> "user " + user).orElse("another user")
          + ", or this system forbids to look at it; run this command as that user or as root";
    }
    return linux.isJvm() ? ofArguments(linux.jvmArguments()) : "it is not a HotSpot JVM";
  }

  private static @Nullable String ofArguments(List<String> arguments) {
    if (arguments.contains(NO_ATTACHING)) {
      return "it runs with "
          + NO_ATTACHING
          + "; start it without that, or start it with -javaagent:mapscope.jar";
    }
    if (arguments.contains(NO_LOADING)) {
      return "it runs with "
          + NO_LOADING
          + "; start it without that, or start it with -javaagent:mapscope.jar";
    }
    return null;
  }
}
