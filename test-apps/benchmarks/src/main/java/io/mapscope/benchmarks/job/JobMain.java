package io.mapscope.benchmarks.job;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * A {@link Job} that works when told to: says {@link #READY}, and for each line with a number of
 * seconds works for so long with {@value #THREADS} threads and tells its figures in one line, until
 * its input ends. Each thread begins a step when the last has ended, so times of single steps say
 * nothing of waiting (a closed loop).
 */
public final class JobMain {
  /** The first line, when work can begin. */
  public static final String READY = "ready";

  /** Begins each line with figures, which are {@code name=number} with a blank between them. */
  public static final String FIGURES = "figures ";

  private static final int THREADS = 2;
  private static final double NANOS_PER_MICRO = 1e3;
  private static final int DIGITS = 3;

  private JobMain() {}

  /** The name of the job. */
  public static void main(String[] args) throws Exception {
    try (Job job = named(args[0]);
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
      System.out.println(READY);
      int run = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        System.out.println(FIGURES + figures(job, pool, Integer.parseInt(line), run++));
      }
      pool.shutdown();
    }
  }

  private static Job named(String name) throws Exception {
    return switch (name) {
      case "sql" -> new OrderEntry();
      case "search" -> new TextSearch();
      default -> throw new IllegalArgumentException("no job is named " + name);
    };
  }

  /** What one thread did. */
  private record Part(Histogram nanos, long bytes) {}

  private static String figures(Job job, ExecutorService pool, int seconds, int run)
      throws Exception {
    final OperatingSystemMXBean process =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    final long cpuBefore = process.getProcessCpuTime();
    final long beginNanos = System.nanoTime();
    final long endNanos = beginNanos + TimeUnit.SECONDS.toNanos(seconds);
    final List<Future<Part>> parts = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      final SplittableRandom random = new SplittableRandom((long) run * THREADS + i);
      parts.add(pool.submit(() -> work(job, random, endNanos)));
    }
    final Histogram nanos = new Histogram(DIGITS);
    long bytes = 0;
    for (final Future<Part> part : parts) {
      nanos.add(part.get().nanos());
      bytes += part.get().bytes();
    }
    final double elapsedSeconds = (System.nanoTime() - beginNanos) / 1e9;
    final double cpuNanos = process.getProcessCpuTime() - cpuBefore;
    final double steps = nanos.getTotalCount();
    return String.format(
        Locale.ROOT,
        "perSecond=%.3f cpuMicros=%.3f bytes=%.1f p50Micros=%.3f p99Micros=%.3f p999Micros=%.3f",
        steps / elapsedSeconds,
        cpuNanos / NANOS_PER_MICRO / steps,
        bytes / steps,
        nanos.getValueAtPercentile(50) / NANOS_PER_MICRO,
        nanos.getValueAtPercentile(99) / NANOS_PER_MICRO,
        nanos.getValueAtPercentile(99.9) / NANOS_PER_MICRO);
  }

  private static Part work(Job job, SplittableRandom random, long endNanos) throws Exception {
    final ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    final Histogram nanos = new Histogram(DIGITS);
    final long bytesBefore = threads.getCurrentThreadAllocatedBytes();
    try (Job.Worker worker = job.worker(random)) {
      for (long now = System.nanoTime(); now - endNanos < 0; ) {
        worker.step();
        final long then = now;
        now = System.nanoTime();
        nanos.recordValue(now - then);
      }
    }
    return new Part(nanos, threads.getCurrentThreadAllocatedBytes() - bytesBefore);
  }
}
