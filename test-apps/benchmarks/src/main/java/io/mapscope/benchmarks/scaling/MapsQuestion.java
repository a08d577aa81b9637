package io.mapscope.benchmarks.scaling;

import static io.mapscope.benchmarks.scaling.Units.kilobytes;
import static io.mapscope.benchmarks.scaling.Units.megabytes;
import static io.mapscope.benchmarks.scaling.Units.millis;

import java.io.IOException;
import java.util.List;

/** What happens with so many maps alive, made at ten sites and used by one thread. */
final class MapsQuestion {
  private static final String QUESTION = "maps";
  private static final String MAPS = "maps";
  private static final String TRACKED = "tracked";
  private static final String WATCHING = "watching, ms of CPU per s";
  private static final String SNAPSHOT = "a snapshot, ms of CPU";
  private static final int SITES = 10;

  private MapsQuestion() {}

  static List<Table> ask(Jvm jvm, Sizes sizes) throws IOException, InterruptedException {
    final Table holds =
        Table.of(
            QUESTION,
            Table.Kind.MEASURED,
            "What so many maps take that are alive, made at " + SITES + " sites",
            MAPS,
            TRACKED,
            "heap, MB",
            WATCHING,
            SNAPSHOT,
            "its garbage, KB",
            "a busy map made last is found");
    for (final int maps : sizes.maps()) {
      final ChildSettings settings =
          ChildSettings.idle(Math.min(SITES, maps), maps, 1, sizes.seconds());
      final int port = Jvm.freePort();
      final Figures none = jvm.run(null, settings);
      final Figures watched = jvm.run("interval=60m,prometheus=" + port, settings.withDoors(port));
      final double added = watched.get("heap.bytes") - none.get("heap.bytes");
      holds.add(
          maps,
          watched.get(TRACKED),
          megabytes(added),
          millis(watched.get("collector.cpuNanosPerSecond")),
          millis(watched.get("snapshot.cpuNanos")),
          kilobytes(watched.get("snapshot.allocatedBytes")),
          watched.get("late.named") > 0 ? "yes" : "no");
    }
    holds.noteGrowth("heap, MB", TRACKED);
    holds.noteGrowth(WATCHING, TRACKED);
    holds.noteGrowth(SNAPSHOT, TRACKED);
    return List.of(holds);
  }
}
