package io.mapscope.report;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.Severity;
import io.mapscope.profile.text.Figures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Section: what the advisor concluded, the most important first. */
public final class Findings {

  /** Findings shown; the rest is counted. */
  static final int SHOWN = 40;

  private Findings() {}

  static List<String> lines(Report report) {
    List<Finding> findings = report.findings();
    List<String> lines = new ArrayList<>();
    if (findings.isEmpty()) {
      return lines;
    }
    Map<String, MapProfile> maps = byId(report);
    lines.add("Findings: " + counts(findings));
    for (int i = 0; i < Math.min(SHOWN, findings.size()); i++) {
      Finding finding = findings.get(i);
      MapProfile map = maps.get(finding.map());
      lines.add("");
      lines.addAll(
          new FindingText(finding, map, Width.LINE_COLUMNS, Style.PLAIN)
              .lines(i + 1 + ". ", FindingText.Detail.WHOLE));
    }
    if (findings.size() > SHOWN) {
      lines.add("");
      lines.add(
          "(" + Figures.counted(findings.size() - SHOWN, "more finding") + " in the JSON report)");
    }
    return lines;
  }

  /** The maps of {@code report} by their ids; of several with one id the first. */
  public static Map<String, MapProfile> byId(Report report) {
    Map<String, MapProfile> maps = new HashMap<>();
    for (MapProfile map : report.maps()) {
      maps.putIfAbsent(map.id(), map);
    }
    return maps;
  }

  /** {@code 1 error, 2 warnings, 1 info}: what there is of each severity, the gravest first. */
  public static String counts(Collection<Finding> findings) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      long count = findings.stream().filter(finding -> finding.severity() == severity).count();
      if (count > 0) {
        parts.add(
            severity == Severity.INFO
                ? count + " info"
                : Figures.counted(count, severity.jsonName()));
      }
    }
    return String.join(", ", parts);
  }
}
