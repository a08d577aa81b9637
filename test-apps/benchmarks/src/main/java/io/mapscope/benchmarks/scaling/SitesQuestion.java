package io.mapscope.benchmarks.scaling;

import static io.mapscope.benchmarks.scaling.Units.kilobytes;
import static io.mapscope.benchmarks.scaling.Units.megabytes;
import static io.mapscope.benchmarks.scaling.Units.millis;

import java.io.IOException;
import java.util.List;

/** What happens with so many sites, each with one map that one thread has used. */
final class SitesQuestion {
  private static final String QUESTION = "sites";
  private static final String SITES = "sites";
  private static final String HEAP = "heap, MB";
  private static final String SNAPSHOT_GARBAGE = "its garbage, KB";
  private static final double BYTES_PER_MB = 1 << 20;

  private SitesQuestion() {}

  static List<Table> ask(Jvm jvm, Sizes sizes) throws IOException, InterruptedException {
    final Table holds =
        Table.of(
            QUESTION,
            Table.Kind.MEASURED,
            "What so many sites take, one map and one thread each",
            SITES,
            "sites known",
            HEAP,
            "each further site, bytes",
            "heap with a report, MB",
            "first minute's reading of class files, ms of CPU",
            "watching, ms of CPU per s",
            "a snapshot, ms of CPU",
            SNAPSHOT_GARBAGE);
    final Table tells =
        Table.of(
            QUESTION,
            Table.Kind.MEASURED,
            "What is told about so many sites",
            SITES,
            "JSON, ms of CPU",
            "JSON, KB",
            "JFR event, bytes",
            "JFR event, us of CPU",
            "Prometheus, series",
            "Prometheus, KB",
            "scrape, ms of CPU",
            "its garbage, MB");
    for (final int sites : sizes.sites()) {
      final ChildSettings settings = ChildSettings.idle(sites, sites, 1, sizes.seconds());
      final int port = Jvm.freePort();
      final Figures none = jvm.run(null, settings);
      final Figures watched = jvm.run("interval=60m,prometheus=" + port, settings.withDoors(port));
      final double added = watched.get("heap.bytes") - none.get("heap.bytes");
      holds.add(
          sites,
          watched.get("sites"),
          megabytes(added),
          holds.perFurther(SITES, sites, HEAP, megabytes(added), BYTES_PER_MB),
          megabytes(watched.get("heapWithReport.bytes") - none.get("heap.bytes")),
          millis(watched.get("admission.cpuNanos")),
          millis(watched.get("collector.cpuNanosPerSecond")),
          millis(watched.get("snapshot.cpuNanos")),
          kilobytes(watched.get("snapshot.allocatedBytes")));
      tells.add(
          sites,
          millis(watched.get("json.cpuNanos")),
          kilobytes(watched.get("json.bytes")),
          watched.get("jfr.bytesPerEvent"),
          Units.micros(watched.get("jfr.cpuNanosPerEvent")),
          watched.get("scrape.series"),
          kilobytes(watched.get("scrape.bytes")),
          millis(watched.get("scrape.cpuNanos")),
          megabytes(watched.get("scrape.allocatedBytes")));
    }
    holds.noteGrowth(HEAP, SITES);
    holds.noteGrowth("a snapshot, ms of CPU", SITES);
    holds.noteGrowth(SNAPSHOT_GARBAGE, SITES);
    tells.noteGrowth("JSON, KB", SITES);
    tells.noteGrowth("scrape, ms of CPU", SITES);
    return List.of(holds, tells);
  }
}
