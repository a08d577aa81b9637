package io.mapscope.benchmarks;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a JVM holds on to at one moment: what a leak of any kind would show in.
 *
 * @param heapMb reachable, after collections asked for
 * @param metaspaceMb used by classes
 * @param threads alive
 * @param files open file descriptors
 * @param temporaryMb in its directory for temporary files, where Flight Recorder keeps its own
 */
record Vitals(double heapMb, double metaspaceMb, double threads, double files, double temporaryMb) {
  private static final int COLLECTIONS = 3;
  private static final long PAUSE_MILLIS = 300;
  private static final double BYTES_PER_MB = 1 << 20;

  /** Of the JVM with that pid, over its own management beans. */
  static Vitals of(long pid, Path temporary) throws IOException, InterruptedException {
    try (ManagementBeans beans = ManagementBeans.of(pid)) {
      final MemoryMXBean memory = beans.bean("java.lang:type=Memory", MemoryMXBean.class);
      for (int i = 0; i < COLLECTIONS; i++) {
        memory.gc();
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      return new Vitals(
          memory.getHeapMemoryUsage().getUsed() / BYTES_PER_MB,
          beans
                  .bean("java.lang:type=MemoryPool,name=Metaspace", MemoryPoolMXBean.class)
                  .getUsage()
                  .getUsed()
              / BYTES_PER_MB,
          beans.bean("java.lang:type=Threading", ThreadMXBean.class).getThreadCount(),
          beans
              .bean("java.lang:type=OperatingSystem", UnixOperatingSystemMXBean.class)
              .getOpenFileDescriptorCount(),
          bytesIn(temporary) / BYTES_PER_MB);
    }
  }

  private static long bytesIn(Path directory) throws IOException {
    final AtomicLong bytes = new AtomicLong();
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes.addAndGet(attributes.size());
            return FileVisitResult.CONTINUE;
          }

          /** Flight Recorder drops old chunks at any time. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
    return bytes.get();
  }
}
