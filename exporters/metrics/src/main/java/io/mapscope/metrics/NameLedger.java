package io.mapscope.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Keeps apart what a site has counted under its own name and what under that of the others, so that
 * everything is told once: a site that gets a name begins at 0, as every new series does, and what
 * it counted before stays with the others; one that loses its name leaves to the others only what
 * comes after.
 *
 * <p>Its size goes with the number of sites that got or lost a name late. Confined to one thread.
 */
final class NameLedger {

  /** By site that got its name late: what was counted for it until then. */
  private final Map<Map<MetricAttribute, String>, PointSums> beforeName = new HashMap<>();

  /** By site that has lost its name at least once: what was told under it. */
  private final Map<Map<MetricAttribute, String>, PointSums> underName = new HashMap<>();

  /** Notes who lost a name, having told {@code latest} under it. */
  void close(Set<Map<MetricAttribute, String>> lost, PointSums latest) {
    for (Map<MetricAttribute, String> site : lost) {
      beforeName.remove(site);
      underName.computeIfAbsent(site, s -> new PointSums()).add(latest.ofSite(site));
    }
  }

  /** Notes who got a name late, and moves in {@code sums} what belongs to the others. */
  void settle(
      Set<Map<MetricAttribute, String>> late,
      Set<Map<MetricAttribute, String>> present,
      PointSums sums) {
    for (Map<MetricAttribute, String> site : late) {
      beforeName.put(site, sums.ofSite(site));
    }
    beforeName.forEach(
        (site, figures) -> {
          if (present.contains(site)) {
            sums.subtract(figures);
            sums.add(figures.renamed(Attributes.OTHER_SITES));
          }
        });
    underName.forEach(
        (site, figures) -> {
          if (present.contains(site)) {
            sums.subtract(figures.renamed(Attributes.OTHER_SITES));
          }
        });
  }
}
