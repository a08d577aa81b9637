package io.mapscope.prove.measure;

import io.mapscope.profile.JvmInfo;
import io.mapscope.profile.text.Figures;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The machine and JVM that replay, and what they differ in from those that were recorded. */
public final class Machine {

  private Machine() {}

  private static int cpus() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static String version() {
    return System.getProperty("java.vm.version", "");
  }

  /** Collectors of this JVM; those that measure have the recorded one where it is known. */
  private static String gc() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .map(GarbageCollectorMXBean::getName)
        .collect(Collectors.joining(", "));
  }

  /** JDK, processors and collector of this JVM. */
  public static String here() {
    return String.join(", ", version(), Figures.counted(cpus(), "CPU"), gc());
  }

  /** JDK, processors and collector of the replay of what {@code recorded} did. */
  static String here(JvmInfo recorded) {
    boolean same = !GcOptions.options(recorded.gc()).isEmpty();
    return String.join(
        ", ", version(), Figures.counted(cpus(), "CPU"), same ? recorded.gc() : gc());
  }

  /** A line for each thing that is another here than it was there. */
  static List<String> differences(JvmInfo recorded) {
    List<String> lines = new ArrayList<>();
    if (recorded.cpus() != cpus()) {
      lines.add("recorded on " + Figures.counted(recorded.cpus(), "CPU") + ", here " + cpus());
    }
    if (!recorded.version().equals(version())) {
      lines.add("recorded on JDK " + recorded.version() + ", here " + version());
    }
    boolean known = !GcOptions.options(recorded.gc()).isEmpty();
    if (!known && !recorded.gc().equals(gc())) {
      lines.add("recorded with " + recorded.gc() + ", here " + gc());
    }
    long heap = Runtime.getRuntime().maxMemory();
    if (recorded.heapMaxBytes() > heap) {
      lines.add(
          "recorded with a heap of up to "
              + Figures.bytes(recorded.heapMaxBytes())
              + ", here "
              + Figures.bytes(heap));
    }
    return lines;
  }
}
