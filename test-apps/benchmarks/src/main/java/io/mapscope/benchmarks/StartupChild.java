package io.mapscope.benchmarks;

import java.io.IOException;

/**
 * The program whose start is measured: prints the processor time of its main thread and of its JVM
 * as its first action, and that of its JVM once more when standard input tells it to go on.
 */
public final class StartupChild {
  private StartupChild() {}

  /** Takes no arguments. */
  public static void main(String[] none) throws IOException {
    final long mainThreadNanos = CpuReading.currentThreadNanos();
    final long jvmNanos = CpuReading.jvmNanos();
    System.out.println(mainThreadNanos);
    System.out.println(jvmNanos);
    if (System.in.read() >= 0) {
      System.out.println(CpuReading.jvmNanos());
    }
  }
}
