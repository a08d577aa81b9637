package io.mapscope.runtime.start;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's command line, from the operating system and the environment: asking the management bean
 * for it would load JMX before the application can.
 */
final class JvmArguments {
  private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

  private JvmArguments() {}

  /** Why the agent stays out of this JVM, or null. */
  static @Nullable String problem() {
    return JvmCheck.problem(
        System.getProperty("java.vm.name", ""),
        Runtime.version().feature(),
        System.getProperty("sun.arch.data.model", "unknown"),
        read());
  }

  private static List<String> read() {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        Arrays.asList(ProcessHandle.current().info().arguments().orElse(new String[0])));
    for (String variable : VARIABLES) {
      String value = System.getenv(variable);
      if (value != null) {
        arguments.addAll(Arrays.asList(value.trim().split("\\s+")));
      }
    }
    return arguments;
  }
}
