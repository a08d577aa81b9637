package io.mapscope.benchmarks;

import io.mapscope.benchmarks.job.JobMain;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A program that loads itself with as much as it can do: {@link JobMain}.
 *
 * @param unit of its work, in the singular
 */
record LoadedJob(ServiceJvm jvm, String unit, double startMillis) implements LoadedService {
  private static final double NANOS_PER_MILLI = 1e6;

  /** The job of that name, from the jar of this program. */
  static LoadedService open(String name, String unit, JvmSettings settings) throws IOException {
    final long startNanos = System.nanoTime();
    final ServiceJvm jvm =
        ServiceJvm.start(
            settings, "-cp", System.getProperty("java.class.path"), JobMain.class.getName(), name);
    jvm.awaitLine(JobMain.READY);
    return new LoadedJob(jvm, unit, (System.nanoTime() - startNanos) / NANOS_PER_MILLI);
  }

  @Override
  public long pid() {
    return jvm.pid();
  }

  @Override
  public double residentMb() throws IOException {
    return jvm.residentMb();
  }

  @Override
  public void warmUp(int seconds) throws IOException {
    work(seconds);
  }

  @Override
  public Map<String, Double> round(int seconds) throws IOException {
    final Map<String, Double> told = work(seconds);
    final Map<String, Double> figures = new LinkedHashMap<>();
    put(figures, unit + "s per second", told, "perSecond");
    put(figures, "CPU per " + unit + ", us", told, "cpuMicros");
    put(figures, "allocated per " + unit + ", bytes", told, "bytes");
    put(figures, "p50, us", told, "p50Micros");
    put(figures, "p99, us", told, "p99Micros");
    put(figures, "p99.9, us", told, "p999Micros");
    return figures;
  }

  private static void put(
      Map<String, Double> figures, String quantity, Map<String, Double> told, String name)
      throws IOException {
    final Double figure = told.get(name);
    if (figure == null) {
      throw new IOException("the job's figures lack " + name);
    }
    figures.put(quantity, figure);
  }

  private Map<String, Double> work(int seconds) throws IOException {
    jvm.tell(Integer.toString(seconds));
    final Map<String, Double> told = new LinkedHashMap<>();
    for (final String figure : jvm.awaitLine(JobMain.FIGURES).split(" ")) {
      final int equals = figure.indexOf('=');
      told.put(figure.substring(0, equals), Double.valueOf(figure.substring(equals + 1)));
    }
    return told;
  }

  @Override
  public void close() {
    jvm.close();
  }
}
