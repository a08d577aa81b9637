package io.mapscope.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The settings of an end-to-end run, read from system properties: {@code e2e.javaHome} (the JDK of
 * the children; the JDK of the test by default), {@code e2e.agentJar} and {@code e2e.agent} ({@code
 * on} by default).
 */
public final class EndToEnd {
  private EndToEnd() {}

  /** Home of the JDK that runs the children. */
  public static Path javaHome() {
    return Path.of(System.getProperty("e2e.javaHome", System.getProperty("java.home")));
  }

  /** Feature version of that JDK, as its {@code release} file says. */
  public static int javaFeature() throws IOException {
    final String release = Files.readString(javaHome().resolve("release"));
    return Integer.parseInt(release.replaceAll("(?s).*JAVA_VERSION=\"([0-9]+).*", "$1"));
  }

  /**
   * Whether children that ask for the agent get it.
   *
   * <p>{@code -De2e.agent=off} runs the same programs plain, which tells a fault of the agent from
   * one of the program; what only the agent can prove is then skipped, not passed.
   */
  public static boolean agentOn() {
    final String agent = System.getProperty("e2e.agent", "on");
    return switch (agent) {
      case "on" -> true;
      case "off" -> false;
      default ->
          throw new IllegalStateException("e2e.agent is '" + agent + "', expected on or off");
    };
  }

  /** The agent's jar; fails when it has not been built. */
  public static Path agentJar() {
    final String jar = System.getProperty("e2e.agentJar");
    if (jar == null || !Files.isRegularFile(Path.of(jar))) {
      throw new IllegalStateException(
          "e2e.agentJar is "
              + jar
              + ", expected the agent's jar: build agent/dist first, or run with -De2e.agent=off");
    }
    return Path.of(jar);
  }
}
