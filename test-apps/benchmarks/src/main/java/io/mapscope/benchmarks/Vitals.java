package io.mapscope.benchmarks;

import com.sun.management.UnixOperatingSystemMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

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
  @SuppressWarnings("BanJNDI") // of a local JVM that we have started, by the address it gave
  static Vitals of(long pid, Path temporary) throws IOException, InterruptedException {
    try (var connector = JMXConnectorFactory.connect(new JMXServiceURL(address(pid)))) {
      final MBeanServerConnection beans = connector.getMBeanServerConnection();
      final MemoryMXBean memory = bean(beans, "java.lang:type=Memory", MemoryMXBean.class);
      for (int i = 0; i < COLLECTIONS; i++) {
        memory.gc();
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      return new Vitals(
          memory.getHeapMemoryUsage().getUsed() / BYTES_PER_MB,
          bean(beans, "java.lang:type=MemoryPool,name=Metaspace", MemoryPoolMXBean.class)
                  .getUsage()
                  .getUsed()
              / BYTES_PER_MB,
          bean(beans, "java.lang:type=Threading", ThreadMXBean.class).getThreadCount(),
          bean(beans, "java.lang:type=OperatingSystem", UnixOperatingSystemMXBean.class)
              .getOpenFileDescriptorCount(),
          bytesIn(temporary) / BYTES_PER_MB);
    }
  }

  private static String address(long pid) throws IOException {
    try {
      final VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      try {
        return machine.startLocalManagementAgent();
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException refused) {
      throw new IOException("the JVM " + pid + " cannot be looked at", refused);
    }
  }

  private static <T extends java.lang.management.PlatformManagedObject> T bean(
      MBeanServerConnection beans, String name, Class<T> type) throws IOException {
    return ManagementFactory.newPlatformMXBeanProxy(beans, name, type);
  }

  private static long bytesIn(Path directory) throws IOException {
    final List<Path> files;
    try (Stream<Path> walked = Files.walk(directory)) {
      files = walked.filter(Files::isRegularFile).toList();
    }
    long bytes = 0;
    for (final Path file : files) {
      try {
        bytes += Files.size(file);
      } catch (NoSuchFileException gone) {
        // Flight Recorder drops old chunks at any time.
      }
    }
    return bytes;
  }
}
