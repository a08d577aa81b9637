package io.mapscope.benchmarks.scaling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What happens when so many JVMs export to one Collector. */
final class FleetQuestion {
  private static final String QUESTION = "fleet";
  private static final double DEFAULT_INTERVAL_SECONDS = 60;
  private static final int JVMS = 1_000;
  private static final int LOOK_MILLIS = 100;
  private static final int MOST_LOOKS = 600;
  private static final int FEW_SITES = 10;

  private FleetQuestion() {}

  static List<Table> ask(Jvm jvm, Sizes sizes) throws IOException, InterruptedException {
    final Table one =
        Table.of(
            QUESTION,
            Table.Kind.MEASURED,
            "One export of one JVM whose maps are all used in every way",
            "sites",
            "metrics",
            "data points",
            "series in Prometheus",
            "overflow points",
            "body, KB",
            "body by gzip, KB");
    final Table all =
        Table.of(
            QUESTION,
            Table.Kind.COMPUTED,
            JVMS + " such JVMs, an export a minute",
            "sites",
            "series",
            "data points per s",
            "MB per minute",
            "MB per minute by gzip",
            "cores of a Collector",
            "memory of a Prometheus, GB");
    for (final int sites : sizes.sites()) {
      final byte[] body = exports(jvm, 1, sites, sizes.seconds()).values().iterator().next();
      final OtlpMetrics export = OtlpMetrics.of(body);
      final long zipped = OtlpReceiver.zippedBytes(body);
      one.add(
          sites,
          export.names().size(),
          export.points(),
          export.series(),
          export.overflows(),
          Units.kilobytes((double) export.bytes()),
          Units.kilobytes((double) zipped));
      final Fleet fleet = fleet(export, export.bytes());
      all.add(
          sites,
          fleet.allSeries(),
          fleet.pointsPerSecond(),
          Units.megabytes(fleet.bytesPerMinute()),
          Units.megabytes(fleet(export, zipped).bytesPerMinute()),
          fleet.collectorCores(),
          Units.gigabytes(fleet.prometheusBytes()));
    }
    all.note(Source.COLLECTOR_POINTS_PER_SECOND_AND_CORE.inWords());
    all.note(Source.PROMETHEUS_BYTES_PER_SERIES.inWords());
    return Collections.max(sizes.jvms()) == 1
        ? List.of(one, all)
        : List.of(one, together(jvm, sizes), all);
  }

  private static Fleet fleet(OtlpMetrics export, long bytes) {
    return new Fleet(JVMS, export.points(), export.series(), bytes, DEFAULT_INTERVAL_SECONDS);
  }

  /** Nothing of what several JVMs send is the same series. */
  private static Table together(Jvm jvm, Sizes sizes) throws IOException, InterruptedException {
    final Table table =
        Table.of(
            QUESTION,
            Table.Kind.MEASURED,
            "JVMs of one program with " + FEW_SITES + " sites that export at once",
            "JVMs",
            "instances seen",
            "data points",
            "KB");
    for (final int jvms : sizes.jvms()) {
      final Map<String, byte[]> bodies = exports(jvm, jvms, FEW_SITES, sizes.seconds());
      long points = 0;
      long bytes = 0;
      for (final byte[] body : bodies.values()) {
        points += OtlpMetrics.of(body).points();
        bytes += body.length;
      }
      table.add(jvms, bodies.size(), points, Units.kilobytes((double) bytes));
    }
    return table;
  }

  private static Map<String, byte[]> exports(Jvm jvm, int jvms, int sites, int seconds)
      throws IOException, InterruptedException {
    try (OtlpReceiver receiver = new OtlpReceiver()) {
      final ChildSettings settings =
          ChildSettings.idle(sites, sites, 1, seconds).withAllOperations();
      final List<Jvm.Started> started = new ArrayList<>();
      for (int i = 0; i < jvms; i++) {
        started.add(
            jvm.start(
                "interval=1s,otlp=" + receiver.endpoint(), ScalingChild.class, settings.asFlags()));
      }
      for (final Jvm.Started one : started) {
        one.figures();
      }
      awaitExports(receiver, jvms);
      for (final Jvm.Started one : started) {
        one.end();
      }
      return receiver.exports();
    }
  }

  /** All maps have been used: an export of each JVM that begins after that has all of it. */
  private static void awaitExports(OtlpReceiver receiver, int jvms)
      throws IOException, InterruptedException {
    final int wanted = receiver.received() + 2 * jvms;
    for (int i = 0; receiver.received() < wanted; i++) {
      if (i == MOST_LOOKS) {
        throw new IOException("no exports come");
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }
}
