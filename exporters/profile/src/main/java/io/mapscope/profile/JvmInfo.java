package io.mapscope.profile;

import java.util.Objects;

/**
 * The JVM that was observed.
 *
 * @param version its {@code java.vm.version}, {@code 17.0.15+6}
 * @param vendor who built it
 * @param pid its process id
 * @param mainClass the main class or jar it was started with, empty when not known
 * @param cpus processors available to it
 * @param gc name of its garbage collector
 * @param cpuNanos CPU time that the whole process has used while the agent observed it, or {@link
 *     MapFacts#UNKNOWN}
 * @param allocatedBytes what all threads, the ended ones too, have allocated meanwhile, or {@link
 *     MapFacts#UNKNOWN}: JVMs before 21 do not tell
 * @param heapMaxBytes the heap's limit, or {@link MapFacts#UNKNOWN}
 */
public record JvmInfo(
    String version,
    String vendor,
    long pid,
    String mainClass,
    int cpus,
    String gc,
    long cpuNanos,
    long allocatedBytes,
    long heapMaxBytes) {

  /** Checks ranges. */
  public JvmInfo {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(vendor, "vendor");
    Require.nonNegative(pid, "pid");
    Objects.requireNonNull(mainClass, "mainClass");
    Require.nonNegative(cpus, "cpus");
    Objects.requireNonNull(gc, "gc");
    cpuNanos = Require.orUnknown(cpuNanos);
    allocatedBytes = Require.orUnknown(allocatedBytes);
    heapMaxBytes = Require.orUnknown(heapMaxBytes);
  }

  /** A JVM whose use of processor and memory is not known. */
  public JvmInfo(String version, String vendor, long pid, String mainClass, int cpus, String gc) {
    this(
        version,
        vendor,
        pid,
        mainClass,
        cpus,
        gc,
        MapFacts.UNKNOWN,
        MapFacts.UNKNOWN,
        MapFacts.UNKNOWN);
  }

  /** The same with other totals of the process. */
  public JvmInfo withTotals(long cpuNanos, long allocatedBytes, long heapMaxBytes) {
    return new JvmInfo(
        version, vendor, pid, mainClass, cpus, gc, cpuNanos, allocatedBytes, heapMaxBytes);
  }
}
