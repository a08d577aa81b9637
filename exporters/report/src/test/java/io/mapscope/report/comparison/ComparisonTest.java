package io.mapscope.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Contention;
import io.mapscope.profile.Finding;
import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.Instances;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Misuse;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import io.mapscope.profile.Site;
import io.mapscope.profile.SiteKind;
import io.mapscope.profile.Threads;
import io.mapscope.report.comparison.Change.Verdict;
import io.mapscope.report.comparison.Comparison.MapChange;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Report SHOP = ReportSamples.shop();

  @Test
  void sameReportTwice_changedNothing() {
    Report shop = SHOP.withFindings(FindingSamples.shop());
    Comparison comparison = Comparison.of(shop, shop);

    assertThat(states(comparison)).containsOnly(FindingChange.State.STAYED);
    assertThat(comparison.changes(Verdict.WORSE)).isEmpty();
    assertThat(comparison.changes(Verdict.BETTER)).isEmpty();
    assertThat(comparison.newFindings()).isEmpty();
  }

  @Test
  void waiting_thatFellByMoreThanChance_isBetter_andTheOtherWayRoundWorse() {
    Report before = report(map(17, "java.util.HashMap", 1_000_000, 1_000));
    Report after = report(map(19, "java.util.concurrent.ConcurrentHashMap", 2_000_000, 500));

    MapChange better = only(Comparison.of(before, after), Verdict.BETTER);
    assertThat(better.change().measure()).isEqualTo(Measure.BLOCKED);
    assertThat(better.change().ratio()).isEqualTo(-0.75); // half the waits, twice the operations
    assertThat(better.map().mapClass()).isEqualTo("HashMap, now ConcurrentHashMap");
    assertThat(only(Comparison.of(after, before), Verdict.WORSE).change().ratio()).isEqualTo(0.75);
  }

  @Test
  void waiting_ofAFewEvents_isWithinNoise() {
    Report before = report(map(17, "java.util.HashMap", 1_000_000, 12));
    Report after = report(map(17, "java.util.HashMap", 1_000_000, 6));

    assertThat(Comparison.of(before, after).changes(Verdict.BETTER)).isEmpty();
    assertThat(only(Comparison.of(before, after), Verdict.WITHIN_NOISE).change().noiseRatio())
        .isGreaterThan(1);
  }

  @Test
  void aLongerRun_isNoWorse() {
    MapProfile minute = map(17, "java.util.HashMap", 1_000_000, 1_000);
    MapProfile hour = map(17, "java.util.HashMap", 60_000_000, 60_000);

    assertThat(Comparison.of(report(minute), report(hour)).changes(Verdict.WORSE)).isEmpty();
  }

  @Test
  void finding_isFollowedWhereItsLineMoved() {
    MapProfile old = map(17, "java.util.HashMap", 1000, 0);
    MapProfile moved = map(99, "java.util.HashMap", 1000, 0);
    Report before = report(old).withFindings(List.of(about(old)));
    Report after = report(moved).withFindings(List.of(about(moved)));

    assertThat(states(Comparison.of(before, after))).containsExactly(FindingChange.State.STAYED);
  }

  @Test
  void finding_thatIsNoMore_isGone_onlyIfItsMapWasUsed() {
    MapProfile used = map(17, "java.util.HashMap", 1000, 0);
    Report before = report(used).withFindings(List.of(about(used)));

    assertThat(states(Comparison.of(before, report(used))))
        .containsExactly(FindingChange.State.GONE);
    assertThat(states(Comparison.of(before, report(map(17, "java.util.HashMap", 99, 0)))))
        .containsExactly(FindingChange.State.NOT_EXERCISED);
    assertThat(states(Comparison.of(before, report(null))))
        .containsExactly(FindingChange.State.NOT_EXERCISED);
  }

  @Test
  void text_tellsFindingsAndChanges() {
    Report before = report(map(17, "java.util.HashMap", 1_000_000, 1_000));
    Report after = report(map(17, "java.util.HashMap", 1_000_000, 100_000));

    assertThat(ComparisonText.render(Comparison.of(before, after)))
        .startsWith("Mapscope comparison\n  before  com.acme.shop.Main, 30.1 s, 1.00 M operations,")
        .contains("No findings before or after\n")
        .contains("Got worse\n  Routes.table (HashMap): blocked 1.00 us -> 100 us, by chance");
  }

  @Test
  void nastyReports_areComparedWithoutFault() {
    Report nasty = ReportSamples.nasty().withFindings(FindingSamples.nasty());

    assertThat(ComparisonText.render(Comparison.of(nasty, SHOP))).doesNotContain("\u001b");
    assertThat(ComparisonJson.toJson(Comparison.of(SHOP, nasty))).contains("\"comparison\": 1");
  }

  private static Stream<FindingChange.State> states(Comparison comparison) {
    return comparison.findings().stream().map(FindingChange::state);
  }

  private static MapChange only(Comparison comparison, Verdict verdict) {
    assertThat(comparison.changes(verdict)).hasSize(1);
    return comparison.changes(verdict).get(0);
  }

  private static Report report(@Nullable MapProfile map) {
    return ReportSamples.report(map == null ? List.of() : List.of(map));
  }

  private static Finding about(MapProfile map) {
    Finding sample = FindingSamples.shop().get(0);
    return new Finding(
        sample.rule() + map.id(),
        sample.rule(),
        sample.severity(),
        map.id(),
        sample.title(),
        sample.explanation(),
        sample.confidence(),
        sample.evidence(),
        sample.replacement(),
        sample.caveats());
  }

  /** A map with so many operations and so many waits of a millisecond. */
  private static MapProfile map(int line, String mapClass, long operations, long waits) {
    Contention contention =
        new Contention(waits, waits * 1_000_000, null, null, 0, 0, 0, 0, List.of());
    return new MapProfile(
        "id-" + line + mapClass,
        mapClass,
        null,
        new Site("com.acme.Routes", "<init>", line, "com.acme.Routes.table", SiteKind.ALLOCATION),
        new Instances(1, 1),
        10,
        0,
        16,
        new Threads(2, 2),
        1,
        ReportSamples.counts("getHit", operations),
        0,
        Misuse.none(),
        MapFacts.none().withContention(contention));
  }
}
