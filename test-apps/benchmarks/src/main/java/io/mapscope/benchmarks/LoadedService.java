package io.mapscope.benchmarks;

import java.io.IOException;
import java.util.Map;

/**
 * A program in a JVM of its own that stays up and is put under load again and again; ends when
 * closed.
 */
interface LoadedService extends AutoCloseable {
  /** Of its process. */
  long pid();

  /** From the start of the process until it took work. */
  double startMillis();

  /** Memory of the process that is in RAM. */
  double residentMb() throws IOException;

  /** Loads it with as much as it takes, so that it is compiled. */
  void warmUp(int seconds) throws IOException, InterruptedException;

  /**
   * Loads it, in each way for {@code seconds}.
   *
   * @return figures by quantity, the same quantities in the same order each time
   */
  Map<String, Double> round(int seconds) throws IOException, InterruptedException;

  @Override
  void close();

  /** Starts the program. */
  interface Opener {
    LoadedService open(JvmSettings settings) throws IOException, InterruptedException;
  }
}
