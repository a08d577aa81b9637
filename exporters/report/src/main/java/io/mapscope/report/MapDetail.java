package io.mapscope.report;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.Site;
import io.mapscope.profile.SiteKind;
import io.mapscope.profile.text.Figures;
import io.mapscope.profile.text.Names;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Section: all about one map. */
final class MapDetail {

  private final int rank;
  private final MapProfile map;
  private final double observedSeconds;
  private final DetailLines out = new DetailLines();

  MapDetail(int rank, MapProfile map, double observedSeconds) {
    this.rank = rank;
    this.map = map;
    this.observedSeconds = observedSeconds;
  }

  List<String> lines() {
    out.title(rank + ". ", Names.map(map));
    site();
    out.add("class", map.mapClass() + (map.wraps() == null ? "" : " around a " + map.wraps()));
    out.add("maps", maps());
    out.add("operations", operations());
    out.add(
        "threads", map.threads().readers() + " reading, " + map.threads().writers() + " writing");
    if (map.operations().get(Operation.TRAVERSALS) > 0) {
      out.add("traversals", "over " + Figures.count(map.traversedEntries()) + " entries in all");
    }
    new MisuseDetail(map, out).write();
    new CostDetail(map.facts(), out).write();
    new UsageDetail(map.facts(), out).write();
    new BuildDetail(map, out).write();
    return out.lines();
  }

  private void site() {
    Site site = map.site();
    if (site.field() != null) {
      out.add("field", site.field());
    }
    if (site.kind() == SiteKind.ALLOCATION) {
      out.add("made at", site.frame());
    }
    if (site.kind() == SiteKind.FIRST_USE) {
      out.add("first used", site.frame() + " (it is older than its tracking)");
    }
  }

  private String maps() {
    String made = Figures.count(map.instances().created()) + " made, ";
    String alive = Figures.count(map.instances().alive()) + " alive";
    return made + alive + "; " + entries() + growth();
  }

  private String entries() {
    String entries = Figures.entries(map.entries());
    return map.capacity() < 0
        ? entries
        : entries + " in " + Figures.counted(map.capacity(), "bucket");
  }

  private String growth() {
    double growth = map.entriesGrowthPerSecond();
    if (growth == 0) {
      return "";
    }
    String direction = growth > 0 ? ", growing by " : ", shrinking by ";
    return direction + Figures.rate(Math.abs(growth)) + " /s";
  }

  private String operations() {
    OperationCounts counts = map.operations();
    long total = counts.total();
    if (total == 0) {
      return "none";
    }
    String mix =
        Arrays.stream(Operation.values())
            .filter(operation -> counts.get(operation) > 0)
            .sorted(Comparator.comparing(counts::get, Comparator.reverseOrder()))
            .map(operation -> part(operation, total))
            .collect(Collectors.joining(", "));
    String reads = ", reads " + Figures.percent(counts.readRatio()) + ": ";
    return Figures.count(total) + Figures.rateBehind(total, observedSeconds) + reads + mix;
  }

  private String part(Operation operation, long total) {
    long count = map.operations().get(operation);
    String words = Names.operation(operation.jsonName());
    String share = Figures.share((double) count, (double) total);
    return Paragraph.together(
        words + " " + share + " (" + Figures.count(count) + error(operation) + ")");
  }

  /** Half the width of the 95 % interval around an estimate. */
  private String error(Operation operation) {
    OperationCounts errors = map.facts().operationErrors();
    long error = errors == null ? 0 : errors.get(operation);
    return error == 0 ? "" : " +- " + Figures.count(error);
  }
}
