package io.mapscope.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Processor time of this JVM so far, in nanoseconds, as the Linux scheduler counts it.
 *
 * <p>Not by {@code ProcessHandle} or the management beans: the one has a resolution of 10 ms, the
 * other would load classes that the agent may have loaded before, in favour of the agent. Threads
 * that have ended are not in {@link #jvmNanos}.
 */
final class CpuReading {
  private static final Path CURRENT_THREAD = Path.of("/proc/thread-self/schedstat");
  private static final Path TASKS = Path.of("/proc/self/task");

  private CpuReading() {}

  static boolean isSupported() {
    return Files.isReadable(CURRENT_THREAD);
  }

  static long currentThreadNanos() throws IOException {
    return read(CURRENT_THREAD);
  }

  static long jvmNanos() throws IOException {
    long sum = 0;
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (final Path task : tasks) {
        sum += readIfAlive(task.resolve("schedstat"));
      }
    }
    return sum;
  }

  private static long readIfAlive(Path file) throws IOException {
    try {
      return read(file);
    } catch (NoSuchFileException e) {
      return 0; // ended since the folder was listed
    }
  }

  private static long read(Path file) throws IOException {
    final String text = Files.readString(file);
    return Long.parseLong(text.substring(0, text.indexOf(' ')));
  }
}
