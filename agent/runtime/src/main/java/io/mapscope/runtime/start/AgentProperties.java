package io.mapscope.runtime.start;

import java.lang.instrument.Instrumentation;
import java.util.Properties;

/**
 * What the agent tells other processes through the attach mechanism: the JVM's own table of agent
 * properties, which the application does not see, needs no port and no file, and is read from
 * inside and outside of containers alike.
 *
 * <p>Written by the agent's threads, read by the command line, which knows the names too.
 */
final class AgentProperties {
  private static final String PREFIX = "io.mapscope.";

  /** Answer to the latest request of a command line: its ticket, then a line each. */
  static final String REPLY = PREFIX + "reply";

  /** Version of the agent that runs; absent when none does. */
  static final String VERSION = PREFIX + "version";

  /** Options of the agent that runs. */
  static final String OPTIONS = PREFIX + "options";

  /** Jar of the agent that runs, as this process sees it. */
  static final String JAR = PREFIX + "jar";

  private final Properties properties;

  private AgentProperties(Properties properties) {
    this.properties = properties;
  }

  /** The table of this JVM. */
  static AgentProperties of(Instrumentation instrumentation) throws ReflectiveOperationException {
    try {
      return new AgentProperties(
          (Properties)
              JdkInternals.method(
                      instrumentation,
                      "jdk.internal.vm",
                      "VMSupport",
                      "getAgentProperties",
                      Properties.class)
                  .invokeExact());
    } catch (ReflectiveOperationException | RuntimeException | Error problem) {
      throw problem;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  void put(String name, String value) {
    properties.setProperty(name, value);
  }

  void remove(String name) {
    properties.remove(name);
  }
}
