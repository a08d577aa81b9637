package io.mapscope.report;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.OverlapExample;
import io.mapscope.profile.Site;
import io.mapscope.profile.SiteKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Section: all about one map. */
final class MapDetail {

  private static final String INDENT = "    ";
  private static final int LABEL_COLUMNS = 12;
  private static final int SHOWN_FRAMES = 6;

  private final int rank;
  private final MapProfile map;
  private final double observedSeconds;
  private final List<String> lines = new ArrayList<>();

  MapDetail(int rank, MapProfile map, double observedSeconds) {
    this.rank = rank;
    this.map = map;
    this.observedSeconds = observedSeconds;
  }

  List<String> lines() {
    lines.addAll(Paragraph.lines(rank + ". ", INDENT, Names.map(map)));
    site();
    add("class", map.mapClass() + (map.wraps() == null ? "" : " around a " + map.wraps()));
    add("maps", maps());
    add("operations", operations());
    add("threads", map.threads().readers() + " reading, " + map.threads().writers() + " writing");
    if (map.operations().get(Operation.TRAVERSALS) > 0) {
      add("traversals", "over " + Figures.count(map.traversedEntries()) + " entries in all");
    }
    if (map.misuse().overlaps() > 0) {
      overlaps();
    }
    return lines;
  }

  private void site() {
    Site site = map.site();
    if (site.field() != null) {
      add("field", site.field());
    }
    if (site.kind() == SiteKind.ALLOCATION) {
      add("made at", site.frame());
    }
    if (site.kind() == SiteKind.FIRST_USE) {
      add("first used", site.frame() + " (it is older than its tracking)");
    }
  }

  private String maps() {
    String made = Figures.count(map.instances().created()) + " made, ";
    String alive = Figures.count(map.instances().alive()) + " alive";
    return made + alive + "; " + entries() + growth();
  }

  private String entries() {
    String entries = Figures.count(map.entries()) + (map.entries() == 1 ? " entry" : " entries");
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
    String words = operation.jsonName().replaceAll("(\\p{Upper})", " $1").toLowerCase(Locale.ROOT);
    String share = Figures.share((double) count, (double) total);
    return Paragraph.together(words + " " + share + " (" + Figures.count(count) + ")");
  }

  private void overlaps() {
    add("!! unsafe", UnsafeSharing.overlaps(map));
    List<OverlapExample> examples = map.misuse().overlapExamples();
    if (!examples.isEmpty()) {
      examples.get(0).stacks().forEach(this::stack);
    }
  }

  private void stack(List<String> frames) {
    String label = "one thread";
    for (String frame : frames.subList(0, Math.min(SHOWN_FRAMES, frames.size()))) {
      add(label, frame);
      label = "";
    }
    if (frames.size() > SHOWN_FRAMES) {
      add("", "(" + Figures.counted(frames.size() - SHOWN_FRAMES, "more frame") + ")");
    }
  }

  private void add(String label, String text) {
    String first = INDENT + Width.padRight(label, LABEL_COLUMNS);
    String rest = " ".repeat(INDENT.length() + LABEL_COLUMNS);
    lines.addAll(Paragraph.lines(first, rest, Printable.of(text)));
  }
}
