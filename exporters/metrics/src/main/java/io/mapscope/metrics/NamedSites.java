package io.mapscope.metrics;

import io.mapscope.profile.Contention;
import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.SiteKind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sites that have points of their own: at most so many, and once named always named, so that no
 * counter ever goes back. Those with findings come first, then those where threads waited longest,
 * then the busiest. Confined to one thread.
 */
final class NamedSites {

  private final int most;
  private final Set<Map<MetricAttribute, String>> named = new HashSet<>();

  NamedSites(int most) {
    this.most = most;
  }

  /** Gives names away while there are any. */
  void admit(Report report) {
    Set<String> judged = report.findings().stream().map(Finding::map).collect(Collectors.toSet());
    List<MapProfile> ranked =
        report.maps().stream()
            .filter(map -> map.site().kind() != SiteKind.OVERFLOW)
            .sorted(
                Comparator.comparing((MapProfile map) -> !judged.contains(map.id()))
                    .thenComparing(NamedSites::blockedNanos, Comparator.reverseOrder())
                    .thenComparing(map -> map.operations().total(), Comparator.reverseOrder())
                    .thenComparing(MapProfile::id))
            .toList();
    for (MapProfile map : ranked) {
      if (named.size() < most) {
        named.add(SiteNames.of(map));
      }
    }
  }

  private static long blockedNanos(MapProfile map) {
    Contention contention = map.facts().contention();
    return contention == null ? 0 : contention.nanos();
  }

  /** The site's own attributes, or those of all others. */
  Map<MetricAttribute, String> attributes(MapProfile map) {
    Map<MetricAttribute, String> own = SiteNames.of(map);
    return named.contains(own) ? own : Attributes.OTHER_SITES;
  }
}
