package io.mapscope.cli.top;

import io.mapscope.profile.Contention;
import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map in the live table.
 *
 * @param map as the newer of two reports has it
 * @param operationsPerSecond between the two
 * @param readRatio of the operations between the two, NaN when there were none
 * @param blockedRatio time that threads waited for it, by the time between the two; above 1 when
 *     several waited at once; NaN when waits are not known
 * @param findings those about it, the most important first
 */
record TopRow(
    MapProfile map,
    double operationsPerSecond,
    double readRatio,
    double blockedRatio,
    List<Finding> findings) {
  private static final double NANOS_PER_SECOND = 1e9;

  TopRow {
    findings = List.copyOf(findings);
  }

  /** The maps of {@code now}, by what happened since {@code before}; its own start when null. */
  static List<TopRow> between(@Nullable Report before, Report now) {
    Map<String, MapProfile> known = new HashMap<>();
    if (before != null) {
      before.maps().forEach(map -> known.put(map.id(), map));
    }
    double seconds = now.durationSeconds() - (before == null ? 0 : before.durationSeconds());
    List<TopRow> rows = new ArrayList<>();
    for (MapProfile map : now.maps()) {
      rows.add(row(known.get(map.id()), map, seconds, now.findings()));
    }
    return rows;
  }

  private static TopRow row(
      @Nullable MapProfile before, MapProfile map, double seconds, List<Finding> findings) {
    double reads = reads(map) - (before == null ? 0 : reads(before));
    double total = total(map) - (before == null ? 0 : total(before));
    double nanos = blockedNanos(map) - (before == null ? 0 : blockedNanos(before));
    return new TopRow(
        map,
        seconds > 0 ? total / seconds : 0,
        total > 0 ? reads / total : Double.NaN,
        seconds > 0 ? nanos / NANOS_PER_SECOND / seconds : Double.NaN,
        findings.stream().filter(finding -> finding.map().equals(map.id())).toList());
  }

  private static double reads(MapProfile map) {
    return map.operations().reads();
  }

  private static double total(MapProfile map) {
    return map.operations().total();
  }

  private static double blockedNanos(MapProfile map) {
    Contention contention = map.facts().contention();
    return contention == null ? Double.NaN : contention.nanos();
  }

  /** The gravest of its findings, or null. */
  @Nullable Severity severity() {
    return findings.isEmpty() ? null : findings.get(0).severity();
  }
}
