package io.mapscope.runtime.start;

import java.lang.instrument.Instrumentation;
import java.net.URI;
import java.nio.file.Path;

/**
 * Lets other processes know that this JVM has an agent: its version, its options, its jar.
 *
 * <p>Made on the agent's own thread or on that of an attach, not before {@code main}.
 */
final class Announcement {
  private final Instrumentation instrumentation;
  private final String version;
  private final String options;

  Announcement(Instrumentation instrumentation, String version, String options) {
    this.instrumentation = instrumentation;
    this.version = version;
    this.options = options;
  }

  /** Does nothing that a second call could not repeat. */
  void make() {
    try {
      AgentProperties properties = AgentProperties.of(instrumentation);
      properties.put(AgentProperties.OPTIONS, options);
      properties.put(AgentProperties.JAR, jar());
      properties.put(AgentProperties.VERSION, version);
    } catch (ReflectiveOperationException problem) {
      AgentLog.say("other processes cannot see that the agent is here: " + problem);
    }
  }

  void withdraw() throws ReflectiveOperationException {
    AgentProperties properties = AgentProperties.of(instrumentation);
    properties.remove(AgentProperties.VERSION);
    properties.remove(AgentProperties.OPTIONS);
    properties.remove(AgentProperties.JAR);
  }

  /** The loader of our classes gives them places of the form {@code jar:file:...!/inst/...}. */
  private static String jar() {
    String place = String.valueOf(Announcement.class.getResource("Announcement.class"));
    int end = place.indexOf("!/");
    return end < 0 ? "" : Path.of(URI.create(place.substring("jar:".length(), end))).toString();
  }
}
