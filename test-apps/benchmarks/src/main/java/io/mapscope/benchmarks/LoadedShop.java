package io.mapscope.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The demo shop (Jetty, Jackson, H2) under a closed and then an open loop of requests. In the open
 * loop a request is timed from when it fell due (coordinated omission).
 *
 * @param rate requests in a second in the open loop
 */
record LoadedShop(ShopProcess shop, ManagementBeans beans, int rate) implements LoadedService {
  private static final int LOAD_THREADS = 4;
  private static final double NANOS_PER_MICRO = 1e3;

  /** The shop of that jar. */
  static LoadedService open(Path jar, int rate, JvmSettings settings) throws IOException {
    final ShopProcess shop = ShopProcess.open(jar, settings);
    return new LoadedShop(shop, ManagementBeans.of(shop.pid()), rate);
  }

  @Override
  public long pid() {
    return shop.pid();
  }

  @Override
  public double startMillis() {
    return shop.startMillis();
  }

  @Override
  public double residentMb() throws IOException {
    return shop.residentMb();
  }

  @Override
  public void warmUp(int seconds) throws IOException, InterruptedException {
    shop.load(seconds, LOAD_THREADS, 0);
  }

  @Override
  public Map<String, Double> round(int seconds) throws IOException, InterruptedException {
    final Map<String, Double> figures = new LinkedHashMap<>();
    final Spent before = Spent.of(beans);
    final Properties closed = shop.load(seconds, LOAD_THREADS, 0);
    final Spent.Each each = Spent.of(beans).since(before, ShopProcess.figure(closed, "requests"));
    figures.put("closed loop, requests per second", ShopProcess.perSecond(closed));
    figures.put("closed loop, CPU per request, us", each.cpuMicros());
    figures.put("closed loop, allocated per request, bytes", each.bytes());

    final Properties open = shop.load(seconds, LOAD_THREADS, rate);
    putMicros(figures, open, "p50", "p50Nanos");
    putMicros(figures, open, "p99", "p99Nanos");
    putMicros(figures, open, "p99.9", "p999Nanos");
    return figures;
  }

  private void putMicros(
      Map<String, Double> figures, Properties open, String quantile, String nanos)
      throws IOException {
    figures.put(
        "open loop, " + rate + " requests per second, " + quantile + ", us",
        ShopProcess.figure(open, nanos) / NANOS_PER_MICRO);
  }

  @Override
  public void close() {
    beans.closeQuietly();
    shop.close();
  }
}
