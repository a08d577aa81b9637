package io.mapscope.report;

import io.mapscope.profile.JvmInfo;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.Report;
import io.mapscope.profile.text.Figures;
import io.mapscope.profile.text.Printable;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Section: which JVM, when, for how long, and how much there was to see. */
final class Heading {

  private static final String INDENT = "  ";

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Heading() {}

  static List<String> lines(Report report) {
    JvmInfo jvm = report.jvm();
    String name = jvm.mainClass().isEmpty() ? "a JVM" : Printable.of(jvm.mainClass());
    String pid = jvm.pid() == 0 ? "" : ", pid " + jvm.pid();
    List<String> lines = new ArrayList<>();
    lines.addAll(Paragraph.lines("", INDENT, "Mapscope report of " + name + pid));
    lines.addAll(Paragraph.lines(INDENT, INDENT, when(report)));
    lines.addAll(Paragraph.lines(INDENT, INDENT, machine(jvm)));
    lines.addAll(Paragraph.lines(INDENT, INDENT, size(report)));
    return lines;
  }

  private static String when(Report report) {
    return UTC.format(report.generatedAt())
        + ", after "
        + Figures.duration(report.durationSeconds())
        + " of observation, "
        + counted(report);
  }

  /**
   * Under a CPU budget the rest is estimated. Of the operations that a gate closed by hand kept out
   * nobody knows how many they were.
   */
  private static String counted(Report report) {
    double coverage = report.agent().coverage();
    String share = Figures.percent(coverage);
    if (coverage == 1) {
      return share + " of the operations counted";
    }
    return report.isEstimated()
        ? share + " of the operations counted, the rest estimated"
        : "operations counted for " + share + " of the time";
  }

  private static String machine(JvmInfo jvm) {
    return Printable.of(jvm.vendor() + " " + jvm.version() + ", " + jvm.gc())
        + ", "
        + Figures.counted(jvm.cpus(), "CPU")
        + totals(jvm);
  }

  private static String totals(JvmInfo jvm) {
    String cpu = jvm.cpuNanos() < 0 ? "" : ", " + Figures.nanos(jvm.cpuNanos()) + " of CPU used";
    String allocated =
        jvm.allocatedBytes() < 0 ? "" : ", " + Figures.bytes(jvm.allocatedBytes()) + " allocated";
    String heap = jvm.heapMaxBytes() < 0 ? "" : ", heap up to " + Figures.bytes(jvm.heapMaxBytes());
    return cpu + allocated + heap;
  }

  private static String size(Report report) {
    OperationCounts operations = OperationCounts.zero();
    for (MapProfile map : report.maps()) {
      operations = operations.plus(map.operations());
    }
    long total = operations.total();
    return Figures.counted(report.agent().trackedMaps(), "map")
        + " from "
        + Figures.counted(report.agent().sites(), "site")
        + ", "
        + Figures.counted(total, "operation")
        + Figures.rateBehind(total, report.durationSeconds());
  }
}
