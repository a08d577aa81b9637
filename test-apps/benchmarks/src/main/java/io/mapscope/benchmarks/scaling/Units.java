package io.mapscope.benchmarks.scaling;

/** From what is measured to what is read. */
final class Units {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_MICRO = 1e3;
  private static final double BYTES_PER_KB = 1 << 10;
  private static final double BYTES_PER_MB = 1 << 20;
  private static final double BYTES_PER_GB = 1 << 30;

  private Units() {}

  static double millis(double nanos) {
    return nanos / NANOS_PER_MILLI;
  }

  static double micros(double nanos) {
    return nanos / NANOS_PER_MICRO;
  }

  static double kilobytes(double bytes) {
    return bytes / BYTES_PER_KB;
  }

  static double megabytes(double bytes) {
    return bytes / BYTES_PER_MB;
  }

  static double gigabytes(double bytes) {
    return bytes / BYTES_PER_GB;
  }
}
