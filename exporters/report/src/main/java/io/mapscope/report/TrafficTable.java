package io.mapscope.report;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.text.Figures;
import io.mapscope.profile.text.Names;
import io.mapscope.report.Table.Align;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Section: a row per map, the busiest first. */
final class TrafficTable {

  private static final List<Align> COLUMNS =
      List.of(
          Align.RIGHT,
          Align.ELASTIC,
          Align.ELASTIC,
          Align.RIGHT,
          Align.RIGHT,
          Align.RIGHT,
          Align.RIGHT,
          Align.RIGHT,
          Align.RIGHT,
          Align.RIGHT);

  private static final List<String> HEADINGS =
      List.of("#", "MAP", "CLASS", "OPS", "OPS/S", "READ", "HIT", "ENTRIES", "ALIVE", "R/W");

  private TrafficTable() {}

  static List<String> lines(List<MapProfile> ranked, double observedSeconds) {
    if (ranked.isEmpty()) {
      return List.of("No map with an allocation site in the application was used.");
    }
    int shown = Math.min(TextReport.TABLE_ROWS, ranked.size());
    Table table = new Table(COLUMNS);
    table.row(HEADINGS);
    for (int i = 0; i < shown; i++) {
      table.row(row(i + 1, ranked.get(i), observedSeconds));
    }
    if (shown < ranked.size()) {
      table.row(rest(ranked.subList(shown, ranked.size()), observedSeconds));
    }
    List<String> lines = new ArrayList<>();
    lines.add("Maps by traffic (R/W: threads that read / wrote)");
    lines.addAll(table.lines(""));
    return lines;
  }

  private static List<String> row(int rank, MapProfile map, double observedSeconds) {
    OperationCounts operations = map.operations();
    double hits = (double) operations.get(Operation.GET_HIT);
    double lookups = hits + (double) operations.get(Operation.GET_MISS);
    return List.of(
        Integer.toString(rank),
        (WrongUse.isWrong(map) ? "!! " : "") + Names.map(map),
        Names.mapClass(map),
        Figures.count(operations.total()),
        Figures.perSecond(operations.total(), observedSeconds),
        reads(operations),
        Figures.share(hits, lookups),
        Figures.count(map.entries()),
        Figures.count(map.instances().alive()),
        map.threads().readers() + "/" + map.threads().writers());
  }

  private static List<String> rest(List<MapProfile> maps, double observedSeconds) {
    OperationCounts operations = OperationCounts.zero();
    for (MapProfile map : maps) {
      operations = operations.plus(map.operations());
    }
    List<String> cells = new ArrayList<>(Collections.nCopies(COLUMNS.size(), ""));
    cells.set(HEADINGS.indexOf("MAP"), "(" + Figures.counted(maps.size(), "more row") + ")");
    cells.set(HEADINGS.indexOf("OPS"), Figures.count(operations.total()));
    cells.set(HEADINGS.indexOf("OPS/S"), Figures.perSecond(operations.total(), observedSeconds));
    cells.set(HEADINGS.indexOf("READ"), reads(operations));
    return cells;
  }

  private static String reads(OperationCounts operations) {
    return operations.total() == 0 ? "-" : Figures.percent(operations.readRatio());
  }
}
