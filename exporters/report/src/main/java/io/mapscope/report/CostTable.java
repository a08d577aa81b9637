package io.mapscope.report;

import io.mapscope.profile.Allocation;
import io.mapscope.profile.Contention;
import io.mapscope.profile.Copies;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Serialization;
import io.mapscope.profile.text.Figures;
import io.mapscope.profile.text.Names;
import io.mapscope.report.Table.Align;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Section: a row per map that cost the program time beyond its operations, the dearest first: waits
 * for it, copies, serializations.
 */
final class CostTable {

  private static final int ROWS = 10;
  private static final String NOTHING = "-";
  private static final double NANOS_PER_SECOND = 1e9;

  /** Share of the observed time from which on a map is worth a row: 6 ms of a minute. */
  private static final double LEAST_SHARE = 1e-4;

  private static final List<String> HEADINGS =
      List.of("#", "MAP", "WAITS", "BLOCKED", "COPIES", "COPYING", "SERIALIZING", "ALLOCATED");

  private CostTable() {}

  /** The lines, none when no map cost anything to speak of. */
  static List<String> lines(List<MapProfile> byTraffic, double observedSeconds) {
    List<List<String>> rows = new ArrayList<>();
    for (int index : dearest(byTraffic, observedSeconds)) {
      rows.add(row(index + 1, byTraffic.get(index)));
    }
    if (rows.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("Maps by the time they cost beyond their operations");
    lines.addAll(table(rows).lines(""));
    return lines;
  }

  /** Where the maps of the table stand in {@code byTraffic}. */
  static List<Integer> dearest(List<MapProfile> byTraffic, double observedSeconds) {
    double least = Math.max(1, observedSeconds * NANOS_PER_SECOND * LEAST_SHARE);
    Comparator<Integer> byCost = Comparator.comparingDouble(index -> nanos(byTraffic.get(index)));
    return IntStream.range(0, byTraffic.size())
        .filter(index -> nanos(byTraffic.get(index)) >= least)
        .boxed()
        .sorted(byCost.reversed())
        .limit(ROWS)
        .toList();
  }

  /** The columns in which any row says something. */
  private static Table table(List<List<String>> rows) {
    List<Integer> columns =
        IntStream.range(0, HEADINGS.size())
            .filter(column -> rows.stream().anyMatch(row -> !row.get(column).equals(NOTHING)))
            .boxed()
            .toList();
    Table table =
        new Table(
            columns.stream()
                .map(column -> HEADINGS.get(column).equals("MAP") ? Align.ELASTIC : Align.RIGHT)
                .toList());
    table.row(columns.stream().map(HEADINGS::get).toList());
    for (List<String> row : rows) {
      table.row(columns.stream().map(row::get).toList());
    }
    return table;
  }

  private static double nanos(MapProfile map) {
    return (double) blocked(map) + (double) copying(map) + (double) serializing(map);
  }

  private static long blocked(MapProfile map) {
    Contention contention = map.facts().contention();
    return contention == null ? 0 : contention.nanos();
  }

  private static long copying(MapProfile map) {
    Copies copies = map.facts().copies();
    return copies == null ? 0 : copies.nanos();
  }

  private static long serializing(MapProfile map) {
    List<Serialization> formats = map.facts().serializations();
    return formats == null
        ? 0
        : (long) formats.stream().mapToDouble(format -> (double) format.nanos()).sum();
  }

  private static List<String> row(int rank, MapProfile map) {
    Contention contention = map.facts().contention();
    Copies copies = map.facts().copies();
    Allocation allocation = map.facts().allocation();
    return List.of(
        Integer.toString(rank),
        Names.map(map),
        contention == null ? NOTHING : count(contention.count()),
        time(blocked(map)),
        copies == null ? NOTHING : count(copies.count()),
        time(copying(map)),
        time(serializing(map)),
        allocation == null ? NOTHING : bytes(allocation.bytes()));
  }

  private static String count(long count) {
    return count == 0 ? NOTHING : Figures.count(count);
  }

  private static String bytes(long bytes) {
    return bytes == 0 ? NOTHING : Figures.bytes(bytes);
  }

  private static String time(long nanos) {
    return nanos == 0 ? NOTHING : Figures.nanos(nanos);
  }
}
