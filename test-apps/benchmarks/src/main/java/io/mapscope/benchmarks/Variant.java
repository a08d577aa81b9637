package io.mapscope.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands between the benchmark and the map in one forked JVM. */
public enum Variant {
  /** No agent: what all others are compared with. */
  NONE(false),

  /** The agent is attached and its gate is closed. */
  CLOSED(true),

  /** The agent is attached and counts every operation. */
  EXACT(true),

  /** The agent is attached with a CPU budget of 1 %: it counts in windows what is hot. */
  BUDGET(true),

  /** The agent has come, and has left before anything was measured. */
  DETACHED(true),

  /** As {@link #EXACT} with the agent's jar of another build, to see what a change costs. */
  BEFORE(true),

  /** No agent; the map is wrapped in a {@link CountingMap}, as one would count by hand. */
  DECORATOR(false),

  /** No agent; the map is wrapped in a {@link TimedMap}, as one would time it by Micrometer. */
  TIMERS(false),

  /** No agent; the map is wrapped in an {@link EventMap}, as JMC Agent would record it. */
  EVENTS(false),

  /** The agent that one writes with Byte Buddy: a count for each map in a weak map. */
  WEAK_MAP(false),

  /** No agent; the JDK's own method timing (JEP 520), which is had from 25 on. */
  METHOD_TIMING(false),

  /** No agent; async-profiler samples where CPU time goes. */
  PROFILER(false);

  /** Not below {@code mapscope.}: there the agent refuses what it does not know. */
  private static final String PROPERTY = "benchmarks.variant";

  /** It refuses ConcurrentHashMap ("Risk of recursion"). */
  private static final String TIMED_METHOD = "java.util.HashMap::get";

  private final boolean hasAgent;

  Variant(boolean hasAgent) {
    this.hasAgent = hasAgent;
  }

  /** The variant of this forked JVM; without a driver it is {@link #NONE}. */
  static Variant ofThisJvm() {
    return valueOf(System.getProperty(PROPERTY, NONE.name()));
  }

  /**
   * The JVM options that make a fork of this variant.
   *
   * @param jar the agent's, or the library of {@link #PROFILER}
   */
  List<String> jvmArguments(Path jar) {
    final List<String> arguments = new ArrayList<>();
    if (hasAgent) {
      arguments.add("-javaagent:" + jar + (this == BUDGET ? "=budget=1%" : "=budget=off"));
    } else if (this == WEAK_MAP) {
      arguments.add("-javaagent:" + System.getProperty("java.class.path"));
    } else if (this == METHOD_TIMING) {
      arguments.add("-XX:StartFlightRecording:method-timing=" + TIMED_METHOD);
    } else if (this == PROFILER) {
      arguments.add(
          "-agentpath:" + jar + "=start,event=cpu,interval=10ms,collapsed,file=/dev/null");
    }
    arguments.add("-D" + PROPERTY + "=" + name());
    return arguments;
  }

  boolean hasAgent() {
    return hasAgent;
  }

  /** Whether operations are counted by an agent. */
  boolean counts() {
    return this == EXACT || this == BEFORE;
  }

  /** The map that is measured: {@code map} itself or what this variant puts around it. */
  <K, V> Map<K, V> around(Map<K, V> map) {
    return switch (this) {
      case DECORATOR -> new CountingMap<>(map);
      case TIMERS -> new TimedMap<>(map);
      case EVENTS -> EventMap.recorded(map);
      case NONE, CLOSED, EXACT, BUDGET, DETACHED, BEFORE, WEAK_MAP, METHOD_TIMING, PROFILER -> map;
    };
  }
}
