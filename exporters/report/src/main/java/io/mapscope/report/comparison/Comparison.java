package io.mapscope.report.comparison;

import io.mapscope.profile.Finding;
import io.mapscope.profile.Report;
import io.mapscope.report.comparison.Change.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has changed from one report, the baseline, to another. */
public final class Comparison {

  /**
   * A figure of a map that got better or worse.
   *
   * @param map the map in both reports
   * @param change of which figure
   */
  record MapChange(MapPair map, Change change) {}

  private final Report before;
  private final Report after;
  private final List<MapPair> maps;
  private final List<FindingChange> findings;

  private Comparison(Report before, Report after, MapPair.Index index) {
    this.before = before;
    this.after = after;
    this.maps = index.pairs();
    this.findings = findings(index.byId());
  }

  /** Compares {@code after} with {@code before}. */
  public static Comparison of(Report before, Report after) {
    return new Comparison(before, after, MapPair.of(before, after));
  }

  /** The report that was compared with the baseline. */
  public Report after() {
    return after;
  }

  Report before() {
    return before;
  }

  /** Findings that were not in the baseline, or were less serious there. */
  public List<Finding> newFindings() {
    return findings.stream()
        .filter(
            change ->
                change.state() == FindingChange.State.APPEARED
                    || change.state() == FindingChange.State.GRAVER)
        .map(FindingChange::latest)
        .toList();
  }

  /** All findings of both, in the order of what became of them, then of their importance. */
  List<FindingChange> findings() {
    return findings;
  }

  private List<FindingChange> findings(Map<String, MapPair> pairs) {
    Map<Object, Finding> old = new LinkedHashMap<>();
    before.findings().forEach(finding -> old.put(key(finding, pairs), finding));
    List<FindingChange> changes = new ArrayList<>();
    for (Finding finding : after.findings()) {
      changes.add(new FindingChange(old.remove(key(finding, pairs)), finding, true));
    }
    for (Finding gone : old.values()) {
      MapPair pair = pairs.get(gone.map());
      boolean exercised =
          pair != null && pair.isExercised(before.durationSeconds(), after.durationSeconds());
      changes.add(new FindingChange(gone, null, exercised));
    }
    changes.sort(Comparator.comparing(FindingChange::state));
    return List.copyOf(changes);
  }

  /** Rule and maps; a finding about no map of the report is known by the map's id. */
  private static Object key(Finding finding, Map<String, MapPair> pairs) {
    MapPair pair = pairs.get(finding.map());
    return List.of(finding.rule(), pair == null ? finding.map() : pair);
  }

  /** Figures with that verdict, the largest change first. */
  List<MapChange> changes(Verdict verdict) {
    List<MapChange> changes = new ArrayList<>();
    for (MapPair pair : maps) {
      for (Change change : pair.changes()) {
        if (change.verdict() == verdict) {
          changes.add(new MapChange(pair, change));
        }
      }
    }
    changes.sort(Comparator.comparingDouble(one -> -Math.abs(one.change().ratio())));
    return changes;
  }
}
