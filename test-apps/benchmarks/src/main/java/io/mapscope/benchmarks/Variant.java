package io.mapscope.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What stands between the benchmark and the map in one forked JVM. */
public enum Variant {
  /** No agent: what all others are compared with. */
  NONE(false),

  /** The agent is attached and its gate is closed. */
  CLOSED(true),

  /** The agent is attached and counts every operation. */
  EXACT(true),

  /** As {@link #EXACT} with the agent's jar of another build, to see what a change costs. */
  BEFORE(true),

  /** No agent; the map is wrapped in a {@link CountingMap}, as one would count by hand. */
  DECORATOR(false);

  /** Not below {@code mapscope.}: there the agent refuses what it does not know. */
  private static final String PROPERTY = "benchmarks.variant";

  private final boolean hasAgent;

  Variant(boolean hasAgent) {
    this.hasAgent = hasAgent;
  }

  /** The variant of this forked JVM; without a driver it is {@link #NONE}. */
  static Variant ofThisJvm() {
    return valueOf(System.getProperty(PROPERTY, NONE.name()));
  }

  /** The JVM options that make a fork of this variant. */
  List<String> jvmArguments(Path agent) {
    final List<String> arguments = new ArrayList<>();
    if (hasAgent) {
      arguments.add("-javaagent:" + agent + "=budget=off");
    }
    arguments.add("-D" + PROPERTY + "=" + name());
    return arguments;
  }

  boolean hasAgent() {
    return hasAgent;
  }
}
