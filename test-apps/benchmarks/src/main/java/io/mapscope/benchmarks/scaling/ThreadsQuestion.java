package io.mapscope.benchmarks.scaling;

import static io.mapscope.benchmarks.scaling.Units.kilobytes;
import static io.mapscope.benchmarks.scaling.Units.megabytes;
import static io.mapscope.benchmarks.scaling.Units.micros;
import static io.mapscope.benchmarks.scaling.Units.millis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What happens when so many threads use a map each, and what ids they have. */
final class ThreadsQuestion {
  private static final String QUESTION = "threads";
  private static final String THREADS = "threads";
  private static final String SNAPSHOT = "a snapshot, ms of CPU";
  private static final String GARBAGE = "its garbage, KB";
  private static final String HEAP = "heap, MB";
  private static final double BYTES_PER_MB = 1 << 20;
  private static final int MAPS = 10;
  private static final int SCATTERED = 0;
  private static final int APART = 64;
  private static final int FEATURE_WITH_VIRTUAL_THREADS = 21;

  private ThreadsQuestion() {}

  static List<Table> ask(Jvm jvm, Sizes sizes, int javaFeature)
      throws IOException, InterruptedException {
    final List<Table> tables = new ArrayList<>();
    final Table cells = cells(jvm, sizes);
    tables.add(cells);
    tables.add(ids(jvm, sizes));
    if (javaFeature >= FEATURE_WITH_VIRTUAL_THREADS) {
      tables.add(virtual(jvm, sizes));
    }
    if (sizes.threads().size() > 1) {
      tables.add(pairs(cells));
    }
    return tables;
  }

  private static Table cells(Jvm jvm, Sizes sizes) throws IOException, InterruptedException {
    final Table table =
        Table.of(
            QUESTION,
            Table.Kind.MEASURED,
            "What so many threads take that have each used " + MAPS + " maps",
            THREADS,
            HEAP,
            "first use of a map, us of CPU",
            "the same without the agent",
            "watching, ms of CPU per s",
            SNAPSHOT,
            GARBAGE);
    for (final int threads : sizes.threads()) {
      final ChildSettings settings = ChildSettings.idle(MAPS, MAPS, threads, sizes.seconds());
      final Figures none = jvm.run(null, settings);
      final Figures watched = jvm.run("interval=60m", settings.withDoors(ChildSettings.ONLY_BEAN));
      final double added = watched.get("heap.bytes") - none.get("heap.bytes");
      table.add(
          threads,
          megabytes(added),
          micros(watched.get("firstUse.nanos")),
          micros(none.get("firstUse.nanos")),
          millis(watched.get("collector.cpuNanosPerSecond")),
          millis(watched.get("snapshot.cpuNanos")),
          kilobytes(watched.get("snapshot.allocatedBytes")));
    }
    table.noteGrowth(HEAP, THREADS);
    table.noteGrowth(SNAPSHOT, THREADS);
    table.noteGrowth(GARBAGE, THREADS);
    return table;
  }

  /** A table of cells is indexed by the last bits of the threads' ids. */
  private static Table ids(Jvm jvm, Sizes sizes) throws IOException, InterruptedException {
    final Table table =
        Table.of(
            QUESTION,
            Table.Kind.MEASURED,
            "First use of one map by threads whose ids are in a row, scattered, and apart",
            THREADS,
            "in a row, us of CPU",
            HEAP,
            "scattered over 1,000 times as many, us of CPU",
            HEAP,
            APART + " apart, us of CPU",
            HEAP);
    final List<Integer> counts = sizes.threads();
    for (final int threads : counts.subList(counts.size() / 2, counts.size())) {
      final ChildSettings settings = ChildSettings.idle(1, 1, threads, 1);
      final List<Object> row = new ArrayList<>(List.of(threads));
      for (final int gap : List.of(1, SCATTERED, APART)) {
        final Figures none = jvm.run(null, settings.withGap(gap));
        final Figures with = jvm.run("interval=60m", settings.withGap(gap));
        row.add(micros(with.get("firstUse.nanos")));
        row.add(megabytes(with.get("heap.bytes") - none.get("heap.bytes")));
      }
      table.add(row.toArray());
    }
    return table;
  }

  private static Table virtual(Jvm jvm, Sizes sizes) throws IOException, InterruptedException {
    final Table table =
        Table.of(
            QUESTION,
            Table.Kind.MEASURED,
            "What so many virtual threads take that have each used " + MAPS + " maps",
            "virtual threads",
            HEAP);
    for (final int threads : sizes.threads()) {
      final ChildSettings settings =
          ChildSettings.idle(MAPS, MAPS, threads, 1).withVirtualThreads();
      final Figures none = jvm.run(null, settings);
      final Figures with = jvm.run("interval=60m", settings);
      table.add(threads, megabytes(with.get("heap.bytes") - none.get("heap.bytes")));
    }
    return table;
  }

  /** By the slope of what was measured: every thread uses every map. */
  private static Table pairs(Table measured) {
    final double bytes = measured.slope(HEAP, THREADS) * BYTES_PER_MB / MAPS;
    final Table table =
        Table.of(
            QUESTION,
            Table.Kind.COMPUTED,
            "Heap where each thread uses each map: "
                + Table.text(bytes)
                + " bytes for a map and a thread, by the slope above",
            "maps",
            THREADS,
            "heap, GB");
    for (final int maps : List.of(1_000, 10_000, 50_000)) {
      for (final int threads : List.of(100, 1_000, 10_000)) {
        table.add(maps, threads, Units.gigabytes(bytes * maps * threads));
      }
    }
    return table;
  }
}
