package io.mapscope.runtime.start;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringTokenizer;

/**
 * The JVM's command line, from the operating system and the environment, but for what stands in
 * files that it names: asking the management bean for it would load JMX before the application can.
 */
final class JvmArguments {
  /** Where Linux shows the command line, each argument ended by a zero byte. */
  private static final String COMMAND_LINE = "/proc/self/cmdline";

  private static final List<String> VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private JvmArguments() {}

  static List<String> read() {
    List<String> arguments = new ArrayList<>(commandLine());
    for (String variable : VARIABLES) {
      String value = System.getenv(variable);
      if (value != null) {
        addAll(arguments, new StringTokenizer(value));
      }
    }
    return arguments;
  }

  /** Asking the process handle would start a pool of threads before {@code main}: 5 ms. */
  private static List<String> commandLine() {
    try (InputStream in = new FileInputStream(COMMAND_LINE)) {
      List<String> arguments = new ArrayList<>();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      addAll(arguments, new StringTokenizer(text, "\0"));
      return arguments;
    } catch (IOException notLinux) {
      return Arrays.asList(ProcessHandle.current().info().arguments().orElse(new String[0]));
    }
  }

  private static void addAll(List<String> arguments, StringTokenizer words) {
    while (words.hasMoreTokens()) {
      arguments.add(words.nextToken());
    }
  }
}
