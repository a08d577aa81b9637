package io.mapscope.dist;

import io.mapscope.harness.EndToEnd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the JDK's own {@code jcmd} says about a JVM, after its garbage has been collected.
 *
 * @param threads the header line of each but those of HotSpot and Flight Recorder
 * @param loadedByOthers classes of all class loaders but the JVM's own
 * @param histogram a line for each class: rank, instances, bytes, name
 */
record JvmState(List<String> threads, long loadedByOthers, List<String[]> histogram) {
  /** The class of the loaders that the agent is in. */
  static final String AGENT_LOADER = "io.mapscope.agent.AgentClassLoader";

  private static final int INSTANCES = 1;
  private static final int BYTES = 2;
  private static final int NAME = 3;
  private static final int MOST_LOOKS = 100;
  private static final long LOOK_MILLIS = 300;

  /** Collects first: classes are unloaded and cleaners run one collection later. */
  static JvmState of(long pid) throws Exception {
    for (int collections = 0; collections < 3; collections++) {
      jcmd(pid, "GC.run");
    }
    List<String[]> histogram =
        jcmd(pid, "GC.class_histogram")
            .map(line -> line.trim().split("\\s+"))
            .filter(columns -> columns.length > NAME && columns[0].endsWith(":"))
            .toList();
    return new JvmState(
        jcmd(pid, "Thread.print").filter(JvmState::isJavaThread).toList(),
        loadedByOthers(jcmd(pid, "VM.classloader_stats").toList()),
        histogram);
  }

  /** The state as soon as {@code settled} holds of it; the last one seen when it never does. */
  static JvmState await(long pid, Predicate<JvmState> settled) throws Exception {
    JvmState state = of(pid);
    for (int n = 0; n < MOST_LOOKS && !settled.test(state); n++) {
      Thread.sleep(LOOK_MILLIS);
      state = of(pid);
    }
    return state;
  }

  /** HotSpot adds compiler and collector threads of its own as it needs them. */
  private static boolean isJavaThread(String line) {
    return line.startsWith("\"")
        && line.contains("\" #")
        && !line.contains(" CompilerThread")
        && !isFlightRecorder(line);
  }

  /** The JVM keeps its threads once it has run, which a short visit may not come to. */
  private static boolean isFlightRecorder(String line) {
    return line.startsWith("\"JFR Recorder Thread\"") || line.startsWith("\"JFR Periodic Tasks\"");
  }

  boolean hasThread(String name) {
    return threads.stream().anyMatch(thread -> thread.contains(name));
  }

  /** Instances of the class {@code name}. */
  long instances(String name) {
    return histogram.stream()
        .filter(columns -> columns[NAME].equals(name))
        .mapToLong(columns -> Long.parseLong(columns[INSTANCES]))
        .sum();
  }

  /** Bytes of the recorder's objects. */
  long recorderBytes() {
    return histogram.stream()
        .filter(columns -> columns[NAME].contains("java.util.Mapscope"))
        .mapToLong(columns -> Long.parseLong(columns[BYTES]))
        .sum();
  }

  /**
   * The column after {@code Total = LOADERS} less that of the boot loader, which never lets go of
   * what the JDK has come to use, and which has none of ours but the recorder.
   */
  private static long loadedByOthers(List<String> statistics) {
    return classes(statistics, "Total =") - classes(statistics, "<boot class loader>");
  }

  private static long classes(List<String> statistics, String row) {
    return statistics.stream()
        .filter(line -> line.contains(row))
        .map(line -> line.trim().split("\\s+"))
        .mapToLong(columns -> Long.parseLong(columns[3]))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + row + " in " + statistics));
  }

  private static Stream<String> jcmd(long pid, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            EndToEnd.javaHome().resolve("bin").resolve("jcmd").toString(), Long.toString(pid));
    builder.command().addAll(Arrays.asList(command));
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(String.join(" ", builder.command()) + ": " + output);
    }
    return output.lines();
  }
}
