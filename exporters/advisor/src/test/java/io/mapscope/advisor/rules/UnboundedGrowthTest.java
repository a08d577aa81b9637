package io.mapscope.advisor.rules;

import static io.mapscope.advisor.Verdicts.assertNotEnough;
import static io.mapscope.advisor.Verdicts.assertSilent;
import static io.mapscope.advisor.Verdicts.finding;
import static io.mapscope.profile.ReportSamples.counts;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.MapBuilder;
import io.mapscope.advisor.Verdict;
import io.mapscope.advisor.Verdicts;
import io.mapscope.profile.Allocation;
import io.mapscope.profile.Finding;
import io.mapscope.profile.History;
import io.mapscope.profile.Nature;
import io.mapscope.profile.Severity;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class UnboundedGrowthTest {
  private static final String RULE = "unbounded-growth";

  private static MapBuilder grown(LongStream entries) {
    return grown(MapBuilder.concurrentHashMap(), entries);
  }

  private static MapBuilder grown(MapBuilder map, LongStream entries) {
    List<Long> sizes = entries.boxed().toList();
    long last = sizes.isEmpty() ? 0 : sizes.get(sizes.size() - 1);
    return map.entries(last)
        .threads(4, 4)
        .operations("getHit", 50_000, "putNew", last)
        .facts(
            it ->
                it.withHistory(new History(1, sizes))
                    .withAllocation(new Allocation(last * 48, last, 0, 0, last * 48)));
  }

  private static MapBuilder steady(int periods, long perPeriod) {
    return grown(LongStream.rangeClosed(1, periods).map(i -> i * perPeriod));
  }

  @Test
  void steadyGrowth_withinTheFirstMinute_isInformation() {
    Finding finding = finding(RULE, steady(10, 500));

    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.title())
        .isEqualTo("Shop.stock: grows by 500 entries a second, without an end");
    assertThat(finding.caveats()).anyMatch(caveat -> caveat.contains("starting"));
  }

  @Test
  void steadyGrowth_thatFillsTheHeapWithinADay_isAWarning() {
    Verdict fast = Verdicts.of(RULE, steady(30, 500), 600, 1, -1);
    Verdict slow = Verdicts.of(RULE, steady(30, 200), 600, 1, -1);

    assertThat(((Verdict.Found) fast).finding().severity()).isEqualTo(Severity.WARNING);
    assertThat(((Verdict.Found) slow).finding().severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void removals_thatTheErrorsAllow_areNoGrowthWithoutEnd() {
    MapBuilder map = steady(10, 500).coverage(0.02);

    finding(RULE, map.facts(it -> it.withOperationErrors(counts("removeHit", 10))));
    assertSilent(RULE, map.facts(it -> it.withOperationErrors(counts("removeHit", 4_000))));
  }

  @Test
  void growth_inFewPeriods_isNotEnough() {
    assertNotEnough(RULE, steady(7, 500));
    finding(RULE, steady(8, 500));
  }

  @Test
  void growth_ofFewEntries_isSilent() {
    assertSilent(RULE, steady(10, 99));
    finding(RULE, steady(10, 100));
  }

  @Test
  void fillingAtTheStart_thatIsOver_isSilent() {
    assertSilent(
        RULE, grown(LongStream.of(4_000, 9_000, 10_000, 10_000, 10_000, 10_000, 10_000, 10_000)));
  }

  @Test
  void growth_withPauses_isFoundUntilTheyAreManyOrAtTheEnd() {
    finding(RULE, grown(LongStream.of(0, 500, 1_000, 1_500, 1_500, 2_500, 2_500, 3_500)));
    assertSilent(RULE, grown(LongStream.of(0, 500, 500, 1_500, 1_500, 2_500, 2_500, 3_500)));
    assertSilent(RULE, grown(LongStream.of(0, 500, 1_000, 1_500, 2_000, 3_500, 3_500, 3_500)));
    assertSilent(RULE, grown(LongStream.of(0, 500, 1_000, 1_500, 2_000, 2_500, 2_499, 3_500)));
  }

  @Test
  void cacheOfABoundedNumberOfKeys_isSilent() {
    // 10,000 keys, asked for at random: 1 - exp(-t) of them after a while
    assertSilent(
        RULE,
        grown(LongStream.rangeClosed(1, 12).map(i -> (long) (10_000 * -Math.expm1(-i / 4.0)))));
  }

  @Test
  void fillingByOneThread_withoutLookUps_isNotEnough() {
    MapBuilder loaded = steady(10, 500).threads(0, 1).operations("putNew", 5_000, "getHit", 4_999);
    MapBuilder used = steady(10, 500).threads(1, 1).operations("putNew", 5_000, "getHit", 5_000);

    assertNotEnough(RULE, loaded);
    finding(RULE, used);
  }

  @Test
  void tidiedMaps_areSilent() {
    assertSilent(
        RULE, steady(10, 500).operations("putNew", 5_060, "removeHit", 60, "getHit", 9_999));
    finding(RULE, steady(10, 500).operations("putNew", 5_040, "removeHit", 40, "getHit", 9_999));
    assertSilent(RULE, steady(10, 500).operations("putNew", 5_000, "clear", 1, "getHit", 9_999));
    assertSilent(RULE, steady(10, 500).instances(2, 1));
  }

  @Test
  void cachesOfLibraries_areNotMeant() {
    MapBuilder cache =
        MapBuilder.of(
            "com.github.benmanes.caffeine.cache.Cache",
            "com.github.benmanes.caffeine.cache.UnboundedLocalCache");

    assertSilent(RULE, grown(cache, LongStream.rangeClosed(1, 10).map(i -> i * 500)));
  }

  @Test
  void mapsThatTidyThemselves_areNotMeant() {
    assertSilent(
        RULE,
        steady(10, 500)
            .facts(it -> it.withNature(new Nature("java.util.LinkedHashMap", true, true, false))));
    assertSilent(
        RULE,
        steady(10, 500)
            .facts(it -> it.withNature(new Nature("java.util.WeakHashMap", false, false, false))));
  }
}
