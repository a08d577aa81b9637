package io.mapscope.advisor.rules;

import static io.mapscope.advisor.Verdicts.assertSilent;
import static io.mapscope.advisor.Verdicts.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.MapBuilder;
import io.mapscope.advisor.Verdict;
import io.mapscope.advisor.Verdicts;
import io.mapscope.profile.Finding;
import io.mapscope.profile.Lives;
import io.mapscope.profile.Severity;
import io.mapscope.profile.SiteKind;
import org.junit.jupiter.api.Test;

final class NeedlessConcurrencyTest {
  private static final String RULE = "needless-concurrency";

  private static MapBuilder lived(long ended, long shared) {
    return MapBuilder.concurrentHashMap()
        .instances(ended + 1, 1)
        .operations("getHit", 400_000)
        .facts(it -> it.withLives(new Lives(ended, shared, 0, 0, 0, -1, -1, -1, 0, 0)));
  }

  @Test
  void wholeLives_ofOneThreadEach_areInformationForSure() {
    Finding finding = finding(RULE, lived(100, 0));

    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.confidence()).isGreaterThan(0.99);
    assertThat(finding.replacement().type()).isEqualTo("java.util.HashMap");
  }

  @Test
  void aMapThatLivesOn_isLessSure_andNeedsSomeSeconds() {
    assertThat(finding(RULE, lived(0, 0)).confidence()).isBetween(0.33, 0.34);
    MapBuilder busy = lived(0, 0);
    assertThat(Verdicts.of(RULE, busy, "17.0.15+6", 7.9)).isInstanceOf(Verdict.NotEnoughData.class);
    assertThat(Verdicts.of(RULE, busy, "17.0.15+6", 8)).isInstanceOf(Verdict.Found.class);
  }

  @Test
  void operationsNotAllCounted_areNotEnough_becauseASecondThreadMayBeAmongTheOthers() {
    assertThat(Verdicts.of(RULE, lived(100, 0).coverage(0.99), "17.0.15+6", 8))
        .isInstanceOf(Verdict.NotEnoughData.class);
  }

  @Test
  void oneSharedMapAmongMany_isSilent() {
    assertSilent(RULE, lived(10_000, 1));
  }

  @Test
  void quietMaps_areSilent() {
    assertSilent(RULE, lived(100, 0).operations("getHit", 301_000));
    finding(RULE, lived(100, 0).operations("getHit", 302_000));
  }

  @Test
  void mapsOlderThanTheirTracking_areNotJudged() {
    assertSilent(RULE, lived(100, 0).siteKind(SiteKind.FIRST_USE));
  }

  @Test
  void aLibrarysMapThatLivesOn_isNotJudged_itsShortLivedOnesAre() {
    assertSilent(RULE, lived(0, 0).siteClass("org.library.Registry"));
    finding(RULE, lived(100, 0).siteClass("org.library.Registry"));
  }

  @Test
  void plainMaps_areNotMeant() {
    assertSilent(
        RULE,
        MapBuilder.hashMap()
            .operations("getHit", 400_000)
            .facts(it -> it.withLives(new Lives(100, 0, 0, 0, 0, -1, -1, -1, 0, 0))));
  }

  @Test
  void skipList_whoseOrderIsUsed_becomesATree() {
    MapBuilder map =
        MapBuilder.of("java.util.concurrent.ConcurrentSkipListMap")
            .operations("getHit", 400_000, "ordered", 1)
            .facts(it -> it.withLives(new Lives(100, 0, 0, 0, 0, -1, -1, -1, 0, 0)));

    assertThat(finding(RULE, map).replacement().type()).isEqualTo("java.util.TreeMap");
  }
}
