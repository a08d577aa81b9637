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
 */
public record JvmInfo(
    String version, String vendor, long pid, String mainClass, int cpus, String gc) {

  /** Checks ranges. */
  public JvmInfo {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(vendor, "vendor");
    Require.nonNegative(pid, "pid");
    Objects.requireNonNull(mainClass, "mainClass");
    Require.nonNegative(cpus, "cpus");
    Objects.requireNonNull(gc, "gc");
  }
}
