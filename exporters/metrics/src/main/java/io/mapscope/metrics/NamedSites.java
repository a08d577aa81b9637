package io.mapscope.metrics;

import io.mapscope.profile.Contention;
import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.SiteKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sites that have points of their own: at most so many. Those with findings come first, then
 * those that were used and waited for most of late.
 *
 * <p>While names are free everybody gets one. After that a site gets one when it has a finding and
 * another has none, or when it is {@link #TIMES_BUSIER} times as busy as the idlest: often enough
 * that the maps of an application's start do not keep what its load needs, and too seldom for sites
 * of about the same use to take each other's place again and again, each time with new series.
 * Confined to one thread.
 */
final class NamedSites {

  /** How much busier than its holder a site must be to get its name. */
  static final int TIMES_BUSIER = 10;

  /** Less use than that, in operations, is about as good as none. */
  private static final double IDLE = 100;

  /** Waiting for so long weighs as much as one operation. */
  private static final double NANOS_PER_OPERATION = 100;

  /** What was done so long ago counts half. */
  private static final Duration HALF_LIFE = Duration.ofMinutes(1);

  private final int most;
  private final Set<Map<MetricAttribute, String>> named = new HashSet<>();
  private Map<Map<MetricAttribute, String>, Standing> standings = new HashMap<>();
  private Instant at = Instant.MIN;

  /** What a site has done until the latest report, and of late. */
  private record Standing(boolean judged, double total, double ofLate) {

    static final Standing NONE = new Standing(false, 0, 0);

    static final Comparator<Standing> ORDER =
        Comparator.comparing(Standing::judged).thenComparingDouble(Standing::ofLate);

    boolean deserves(Standing holder) {
      return judged == holder.judged
          ? ofLate >= TIMES_BUSIER * Math.max(IDLE, holder.ofLate)
          : judged;
    }
  }

  /** A site among others; its text decides between equals, and is made once. */
  private record Ranked(Map<MetricAttribute, String> site, Standing standing, String text) {}

  private static final Comparator<Ranked> BY_TEXT = Comparator.comparing(Ranked::text);

  /**
   * Which names one report changed.
   *
   * @param lost sites that have none any more
   * @param late sites that have one now and were among the others in earlier reports
   */
  record Changes(Set<Map<MetricAttribute, String>> lost, Set<Map<MetricAttribute, String>> late) {}

  NamedSites(int most) {
    this.most = most;
  }

  /** Gives and takes names by what {@code report} tells. */
  Changes admit(Report report) {
    Map<Map<MetricAttribute, String>, Standing> earlier = standings;
    standings = standings(report);
    Set<Map<MetricAttribute, String>> before = Set.copyOf(named);
    giveNames();
    return new Changes(
        without(before, named),
        without(named, before).stream()
            .filter(earlier::containsKey)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static Set<Map<MetricAttribute, String>> without(
      Set<Map<MetricAttribute, String>> some, Set<Map<MetricAttribute, String>> others) {
    return some.stream()
        .filter(site -> !others.contains(site))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Map<Map<MetricAttribute, String>, Standing> standings(Report report) {
    double kept = keptSince(at, report.generatedAt());
    at = report.generatedAt();
    Set<String> judged =
        report.findings().stream().map(Finding::map).collect(Collectors.toUnmodifiableSet());
    Map<Map<MetricAttribute, String>, Standing> now = new HashMap<>();
    for (MapProfile map : report.maps()) {
      if (map.site().kind() != SiteKind.OVERFLOW) {
        now.merge(
            SiteNames.of(map),
            new Standing(judged.contains(map.id()), use(map), 0),
            (one, other) -> new Standing(one.judged || other.judged, one.total + other.total, 0));
      }
    }
    now.replaceAll((site, standing) -> since(standings.get(site), standing, kept));
    return now;
  }

  private static double keptSince(Instant earlier, Instant now) {
    return earlier.equals(Instant.MIN)
        ? 0
        : Math.pow(0.5, (double) Duration.between(earlier, now).toMillis() / HALF_LIFE.toMillis());
  }

  private static Standing since(@Nullable Standing earlier, Standing now, double kept) {
    Standing before = earlier == null ? Standing.NONE : earlier;
    double meanwhile = Math.max(0, now.total - before.total);
    return new Standing(now.judged, now.total, before.ofLate * Math.min(1, kept) + meanwhile);
  }

  private static double use(MapProfile map) {
    Contention contention = map.facts().contention();
    return map.operations().total()
        + (contention == null ? 0 : contention.nanos() / NANOS_PER_OPERATION);
  }

  private void giveNames() {
    Deque<Ranked> holders =
        named.stream()
            .map(this::ranked)
            .sorted(Comparator.comparing(Ranked::standing, Standing.ORDER).thenComparing(BY_TEXT))
            .collect(Collectors.toCollection(ArrayDeque::new));
    for (Ranked one : wanting(holders.peek())) {
      if (named.size() >= most) {
        Ranked idlest = holders.poll();
        if (idlest == null || !one.standing().deserves(idlest.standing())) {
          return;
        }
        named.remove(idlest.site());
      }
      named.add(one.site());
    }
  }

  /** Those without a name that may get one, the busiest first: most of many sites may not. */
  private List<Ranked> wanting(@Nullable Ranked idlest) {
    boolean free = named.size() < most;
    return standings.keySet().stream()
        .filter(site -> !named.contains(site))
        .filter(site -> free || (idlest != null && standing(site).deserves(idlest.standing())))
        .map(this::ranked)
        .sorted(
            Comparator.comparing(Ranked::standing, Standing.ORDER)
                .reversed()
                .thenComparing(BY_TEXT))
        .toList();
  }

  private Ranked ranked(Map<MetricAttribute, String> site) {
    return new Ranked(site, standing(site), site.toString());
  }

  /** The sites of the latest report. */
  Set<Map<MetricAttribute, String>> present() {
    return standings.keySet();
  }

  private Standing standing(Map<MetricAttribute, String> site) {
    return standings.getOrDefault(site, Standing.NONE);
  }

  /** The site's own attributes, or those of all others. */
  Map<MetricAttribute, String> attributes(MapProfile map) {
    Map<MetricAttribute, String> own = SiteNames.of(map);
    return named.contains(own) ? own : Attributes.OTHER_SITES;
  }
}
