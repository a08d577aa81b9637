package io.mapscope.advisor.rules;

import static io.mapscope.advisor.Verdicts.assertNotEnough;
import static io.mapscope.advisor.Verdicts.assertSilent;
import static io.mapscope.advisor.Verdicts.finding;
import static io.mapscope.profile.ReportSamples.counts;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.MapBuilder;
import io.mapscope.advisor.Verdict;
import io.mapscope.advisor.Verdicts;
import io.mapscope.profile.Finding;
import io.mapscope.profile.LockDetail;
import io.mapscope.profile.Nulls;
import io.mapscope.profile.Severity;
import org.junit.jupiter.api.Test;

final class CopyOnWriteCandidateTest {
  private static final String RULE = "copy-on-write-candidate";

  private static long times(double perSecond) {
    return (long) Math.ceil(perSecond * Verdicts.SECONDS);
  }

  private static MapBuilder readHot(MapBuilder map) {
    return map.entries(50).operations("getHit", times(200_000), "putNew", 50);
  }

  @Test
  void concurrentMap_readHotAndNeverWritten_isAnOpportunity() {
    Finding finding = finding(RULE, readHot(MapBuilder.concurrentHashMap()));

    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.explanation()).contains("200 K times a second", "4 threads", "50 times");
    assertThat(finding.replacement().kind()).isEqualTo("safe-copy");
  }

  @Test
  void reads_perSecond_areTheEdge_lowerWhereALockIsTaken() {
    MapBuilder free = MapBuilder.concurrentHashMap();
    MapBuilder locked = MapBuilder.synchronizedMap();

    finding(RULE, free.operations("getHit", times(100_000)));
    assertSilent(RULE, free.operations("getHit", times(99_990)));
    finding(RULE, locked.operations("getHit", times(1_000)));
    assertSilent(RULE, locked.operations("getHit", times(999)));
  }

  @Test
  void readRatio_nineToOne_isTheEdge() {
    MapBuilder map = MapBuilder.synchronizedMap().entries(1);

    finding(RULE, map.operations("getHit", 90_000, "putReplace", 10_000));
    assertSilent(RULE, map.operations("getHit", 89_999, "putReplace", 10_001));
  }

  @Test
  void writes_thatTheErrorsAllow_areNotEnough() {
    MapBuilder map = readHot(MapBuilder.concurrentHashMap()).coverage(0.02);
    long few = times(1);
    long many = times(100_000);

    finding(RULE, map.facts(it -> it.withOperationErrors(counts("putReplace", few))));
    assertNotEnough(RULE, map.facts(it -> it.withOperationErrors(counts("putReplace", many))));
  }

  @Test
  void confidence_ofAShare_isThatOfTheOperationsSeen() {
    MapBuilder map =
        MapBuilder.synchronizedMap().entries(1).operations("getHit", 90_300, "putReplace", 9_700);

    double complete = finding(RULE, map).confidence();
    double closed = finding(RULE, map.coverage(0.01)).confidence();
    double sampled =
        finding(RULE, map.facts(it -> it.withOperationErrors(counts("putReplace", 1))))
            .confidence();
    assertThat(closed).as("exact counts of a part of the time").isEqualTo(complete);
    assertThat(sampled).as("estimates for all of it").isLessThan(complete);
  }

  @Test
  void entries_aThousand_isTheEdge() {
    MapBuilder map = readHot(MapBuilder.concurrentHashMap());

    finding(RULE, map.entries(1_000));
    assertSilent(RULE, map.entries(1_001));
  }

  @Test
  void writes_ofManyEntries_costTooManyCopies() {
    MapBuilder map = MapBuilder.concurrentHashMap().entries(1_000);

    finding(RULE, map.operations("getHit", times(200_000), "putReplace", 1_000 + times(9.9)));
    assertSilent(RULE, map.operations("getHit", times(200_000), "putReplace", 1_000 + times(10.1)));
  }

  @Test
  void plainMap_countsWhereItIsGuarded() {
    MapBuilder plain = readHot(MapBuilder.hashMap());

    assertSilent(RULE, plain);
    finding(RULE, plain.externalLock("java.lang.Object", LockDetail.MONITOR, 20, 20));
  }

  @Test
  void oneReader_hasNobodyToWaitFor() {
    assertSilent(RULE, readHot(MapBuilder.concurrentHashMap()).threads(1, 1));
    finding(RULE, readHot(MapBuilder.concurrentHashMap()).threads(2, 1));
  }

  @Test
  void justStarted_isNotEnough() {
    MapBuilder map = readHot(MapBuilder.concurrentHashMap());

    assertThat(Verdicts.of(RULE, map, "17", 4.9)).isInstanceOf(Verdict.NotEnoughData.class);
    assertThat(Verdicts.of(RULE, map, "17", 5)).isInstanceOf(Verdict.Found.class);
  }

  @Test
  void nulls_areACaveat() {
    assertThat(
            finding(
                    RULE,
                    readHot(MapBuilder.synchronizedMap())
                        .facts(it -> it.withNulls(new Nulls(1, 0))))
                .caveats())
        .anyMatch(it -> it.contains("null"));
  }
}
