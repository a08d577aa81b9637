package io.mapscope.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * One life of the demo shop: started, warmed up, loaded in a closed and then in an open loop.
 *
 * @param startMillis from the start of the process until the shop is open
 * @param closedPerSecond requests answered in a second when each thread waits for its answer
 * @param cpuMicrosPerRequest of the shop's process in the closed loop
 * @param openP50Micros times in the open loop, from when a request was due
 * @param residentMb memory of the shop's process at the end
 */
record ServiceRun(
    double startMillis,
    double closedPerSecond,
    double cpuMicrosPerRequest,
    double openP50Micros,
    double openP99Micros,
    double openP999Micros,
    double residentMb) {
  private static final int LOAD_THREADS = 4;
  private static final double NANOS_PER_MICRO = 1e3;

  /**
   * What to measure.
   *
   * @param shop the demo shop's jar
   * @param seconds of each of the three loads
   * @param rate requests in a second in the open loop
   */
  record Plan(Path javaHome, Path shop, int seconds, int rate) {}

  /** The shop with the {@code agent}, a jar that options may follow, or with none. */
  static ServiceRun measure(Plan plan, @Nullable Object agent, Path scratch)
      throws IOException, InterruptedException {
    final JvmSettings settings = new JvmSettings(plan.javaHome(), agent, scratch, List.of());
    try (ShopProcess shop = ShopProcess.open(plan.shop(), settings)) {
      shop.load(plan.seconds(), LOAD_THREADS, 0);
      final Duration cpuBefore = shop.cpu();
      final Properties closed = shop.load(plan.seconds(), LOAD_THREADS, 0);
      final Duration cpuUsed = shop.cpu().minus(cpuBefore);
      final Properties open = shop.load(plan.seconds(), LOAD_THREADS, plan.rate());
      return new ServiceRun(
          shop.startMillis(),
          ShopProcess.perSecond(closed),
          cpuUsed.toNanos() / NANOS_PER_MICRO / ShopProcess.figure(closed, "requests"),
          ShopProcess.figure(open, "p50Nanos") / NANOS_PER_MICRO,
          ShopProcess.figure(open, "p99Nanos") / NANOS_PER_MICRO,
          ShopProcess.figure(open, "p999Nanos") / NANOS_PER_MICRO,
          shop.residentMb());
    }
  }
}
