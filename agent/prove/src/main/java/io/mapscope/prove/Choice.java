package io.mapscope.prove;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.text.Names;
import io.mapscope.prove.form.Recorded;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which maps of a report are to be replayed, and why others cannot be. */
final class Choice {

  /** Ids that a message names at most. */
  private static final int SHOWN = 8;

  private final Report report;
  private final List<MapProfile> maps = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private Choice(Report report) {
    this.report = report;
  }

  /**
   * The map with the id {@code map}, or that of the finding {@code finding}, or those of all
   * findings.
   */
  static Choice of(Report report, @Nullable String map, @Nullable String finding) {
    Choice choice = new Choice(report);
    if (map != null) {
      choice.addMap(map);
    } else if (finding != null) {
      choice.addFinding(finding);
    } else {
      choice.addAll();
    }
    return choice;
  }

  /** Those to be replayed, in the order of their findings. */
  List<MapProfile> maps() {
    return maps;
  }

  /** Why something that was asked for is not among them, a line each. */
  List<String> problems() {
    return problems;
  }

  private void addMap(String id) {
    @Nullable MapProfile map = map(id);
    if (map == null) {
      problems.add(
          "there is no map "
              + id
              + " in the report; maps: "
              + some(report.maps().stream().map(one -> one.id() + " (" + Names.map(one) + ")")));
      return;
    }
    add(map);
  }

  private void addFinding(String id) {
    for (Finding finding : report.findings()) {
      if (finding.id().equals(id)) {
        addMap(finding.map());
        return;
      }
    }
    problems.add(
        "there is no finding "
            + id
            + " in the report; findings: "
            + some(report.findings().stream().map(Finding::id)));
  }

  private void addAll() {
    if (report.findings().isEmpty()) {
      problems.add(
          "the report has no finding: name a map by --map; maps: "
              + some(report.maps().stream().map(one -> one.id() + " (" + Names.map(one) + ")")));
      return;
    }
    Set<String> ids =
        report.findings().stream()
            .map(Finding::map)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    ids.stream().map(this::map).filter(Objects::nonNull).forEach(this::add);
  }

  private @Nullable MapProfile map(String id) {
    return report.map(id).orElse(null);
  }

  private void add(MapProfile map) {
    String name = Names.map(map);
    if (Recorded.of(map) == null) {
      problems.add(
          name
              + ": no form here behaves like "
              + Names.mapClass(map)
              + ", so it cannot be replayed");
    } else if (map.operations().total() == 0) {
      problems.add(name + ": no operation was recorded, so there is nothing to replay");
    } else {
      maps.add(map);
    }
  }

  private static String some(Stream<String> all) {
    List<String> shown = all.limit(SHOWN + 1L).toList();
    if (shown.isEmpty()) {
      return "none";
    }
    return shown.size() > SHOWN
        ? String.join(", ", shown.subList(0, SHOWN)) + " ..."
        : String.join(", ", shown);
  }
}
