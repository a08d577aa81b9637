package io.mapscope.report.html;

import io.mapscope.profile.Contention;
import io.mapscope.profile.Finding;
import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Misuse;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import io.mapscope.profile.Site;
import io.mapscope.profile.SiteKind;
import io.mapscope.report.comparison.Comparison;
import java.util.ArrayList;
import java.util.List;

/** Reports whose pages are tested. */
final class Pages {

  /** What a class file may call a class, and a browser must never take for markup. */
  static final String HOSTILE =
      "</script><script>document.title='run'</script><img src=x onerror=\"document.title='run'\">";

  private Pages() {}

  /** The small shop with its findings. */
  static Report shop() {
    return ReportSamples.shop().withFindings(FindingSamples.proven());
  }

  /** Every text holds every dangerous character, and one map has markup for a name. */
  static Report hostile() {
    Report nasty = ReportSamples.nasty();
    List<MapProfile> maps = new ArrayList<>(nasty.maps());
    Site site = new Site(HOSTILE, HOSTILE, 1, null, SiteKind.ALLOCATION);
    maps.add(like(ReportSamples.shop().maps().get(0), "hostile", "<script>", site));
    Report report =
        new Report(nasty.generatedAt(), nasty.durationSeconds(), nasty.jvm(), nasty.agent(), maps);
    return report.withFindings(FindingSamples.nastyProven());
  }

  /** As many map sites as a large application has, each with all kinds of facts. */
  static Report large(int sites) {
    List<MapProfile> maps = new ArrayList<>();
    for (long seed = 0; maps.size() < sites; seed++) {
      for (MapProfile map : ReportSamples.random(seed).maps()) {
        maps.add(like(map, "map-" + maps.size(), map.mapClass(), map.site()));
      }
    }
    List<Finding> findings = new ArrayList<>();
    Finding sample = FindingSamples.proven().get(0);
    for (int i = 0; i < 100; i++) {
      findings.add(about(sample, maps.get(i).id(), i));
    }
    return ReportSamples.report(maps.subList(0, sites)).withFindings(findings);
  }

  /** Races that appeared, waiting that went. */
  static Comparison comparison() {
    Report shop = shop();
    MapProfile routes = shop.maps().get(0);
    MapProfile sessions = shop.maps().get(1);
    MapProfile calm = routes.withFacts(routes.facts().withContention(noWaits()));
    Report before =
        ReportSamples.report(List.of(routes, withoutMisuse(sessions)))
            .withFindings(shop.findings().subList(1, 2));
    Report after =
        ReportSamples.report(List.of(calm, sessions)).withFindings(shop.findings().subList(0, 1));
    return Comparison.of(before, after);
  }

  private static Contention noWaits() {
    return new Contention(0, 0, null, null, 0, 0, 0, 0, List.of());
  }

  private static MapProfile withoutMisuse(MapProfile map) {
    return new MapProfile(
        map.id(),
        map.mapClass(),
        map.wraps(),
        map.site(),
        map.instances(),
        map.entries(),
        map.entriesGrowthPerSecond(),
        map.capacity(),
        map.threads(),
        map.coverage(),
        map.operations(),
        map.traversedEntries(),
        Misuse.none(),
        map.facts());
  }

  private static Finding about(Finding sample, String map, int number) {
    return new Finding(
        sample.rule() + "-" + number,
        sample.rule(),
        sample.severity(),
        map,
        sample.title(),
        sample.explanation(),
        sample.confidence(),
        sample.evidence(),
        sample.replacement(),
        sample.caveats());
  }

  private static MapProfile like(MapProfile map, String id, String mapClass, Site site) {
    return new MapProfile(
        id,
        mapClass,
        map.wraps(),
        site,
        map.instances(),
        map.entries(),
        map.entriesGrowthPerSecond(),
        map.capacity(),
        map.threads(),
        map.coverage(),
        map.operations(),
        map.traversedEntries(),
        map.misuse(),
        map.facts());
  }
}
