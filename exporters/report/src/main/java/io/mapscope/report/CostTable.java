package io.mapscope.report;

import io.mapscope.profile.Allocation;
import io.mapscope.profile.Contention;
import io.mapscope.profile.Copies;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Serialization;
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

  private static final List<Align> COLUMNS =
      List.of(
          Align.RIGHT,
          Align.ELASTIC,
          Align.RIGHT,
          Align.RIGHT,
          Align.RIGHT,
          Align.RIGHT,
          Align.RIGHT,
          Align.RIGHT);

  private static final List<String> HEADINGS =
      List.of("#", "MAP", "WAITS", "BLOCKED", "COPIES", "COPYING", "SERIALIZING", "ALLOCATED");

  private CostTable() {}

  /** The lines, none when no map cost anything. */
  static List<String> lines(List<MapProfile> byTraffic) {
    List<Integer> dearest = dearest(byTraffic);
    if (dearest.isEmpty()) {
      return List.of();
    }
    Table table = new Table(COLUMNS);
    table.row(HEADINGS);
    for (int index : dearest) {
      table.row(row(index + 1, byTraffic.get(index)));
    }
    List<String> lines = new ArrayList<>();
    lines.add("Maps by the time they cost beyond their operations");
    lines.addAll(table.lines(""));
    return lines;
  }

  /** Where the maps of the table stand in {@code byTraffic}. */
  static List<Integer> dearest(List<MapProfile> byTraffic) {
    Comparator<Integer> byCost = Comparator.comparingDouble(index -> nanos(byTraffic.get(index)));
    return IntStream.range(0, byTraffic.size())
        .filter(index -> nanos(byTraffic.get(index)) > 0)
        .boxed()
        .sorted(byCost.reversed())
        .limit(ROWS)
        .toList();
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
