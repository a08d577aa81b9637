package io.mapscope.advisor.rules;

import static io.mapscope.advisor.Verdicts.assertNotEnough;
import static io.mapscope.advisor.Verdicts.assertSilent;
import static io.mapscope.advisor.Verdicts.finding;
import static io.mapscope.advisor.Verdicts.nanosOfThreads;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.MapBuilder;
import io.mapscope.advisor.Verdict;
import io.mapscope.advisor.Verdicts;
import io.mapscope.profile.Certainty;
import io.mapscope.profile.Finding;
import io.mapscope.profile.LockDetail;
import io.mapscope.profile.Severity;
import org.junit.jupiter.api.Test;

final class LockContendedMapTest {
  private static final String RULE = "lock-contended-map";

  /** Of so many waits the sum is known to 1.4 %. */
  private static final long MANY = 10_000;

  @Test
  void synchronizedMap_blockedForMoreThanTheThreshold_isAWarning() {
    Finding finding =
        finding(RULE, MapBuilder.synchronizedMap().monitorWaits(MANY, nanosOfThreads(0.0515)));

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.explanation())
        .contains("1.55 s", "10.0 K waits", "Shop.stock", "com.acme.Shop.<init>:42", "90 %");
    assertThat(finding.confidence()).as("near the edge").isBetween(0.95, 0.99);
    assertThat(finding.replacement().type()).isEqualTo("java.util.concurrent.ConcurrentHashMap");
    assertThat(finding.caveats()).isEmpty();
  }

  @Test
  void synchronizedMap_justAboveTheThreshold_mayBeChance() {
    assertNotEnough(RULE, MapBuilder.synchronizedMap().monitorWaits(MANY, nanosOfThreads(0.0505)));
  }

  @Test
  void synchronizedMap_blockedForLess_isSilent() {
    assertSilent(RULE, MapBuilder.synchronizedMap().monitorWaits(MANY, nanosOfThreads(0.0499)));
  }

  @Test
  void synchronizedMap_fewLongWaits_areNotEnough() {
    assertNotEnough(RULE, MapBuilder.synchronizedMap().monitorWaits(9, nanosOfThreads(1)));
  }

  @Test
  void synchronizedMap_observedForASecond_isNotEnough() {
    MapBuilder map = MapBuilder.synchronizedMap().monitorWaits(1_000, 1_900_000_000);

    assertThat(Verdicts.of(RULE, map, "17.0.15+6", 2.9)).isInstanceOf(Verdict.NotEnoughData.class);
    assertThat(Verdicts.of(RULE, map, "17.0.15+6", 3)).isInstanceOf(Verdict.Found.class);
  }

  @Test
  void synchronizedMap_waitsNotRecorded_areNotEnough() {
    assertNotEnough(RULE, MapBuilder.synchronizedMap());
  }

  @Test
  void hashtable_isMeantToo_propertiesAreNot() {
    assertThat(
            Verdicts.of(
                RULE, MapBuilder.of("java.util.Hashtable").monitorWaits(1_000, nanosOfThreads(1))))
        .isInstanceOf(Verdict.Found.class);
    assertSilent(
        RULE,
        MapBuilder.of("java.util.Properties", "java.util.concurrent.ConcurrentHashMap")
            .monitorWaits(1_000, nanosOfThreads(1)));
  }

  @Test
  void confidence_growsWithTheWaitsAndTheirAttribution() {
    long blocked = nanosOfThreads(0.5);
    double few = confidence(MapBuilder.synchronizedMap().monitorWaits(20, blocked));
    double many = confidence(MapBuilder.synchronizedMap().monitorWaits(10_000, blocked));
    double likely =
        confidence(MapBuilder.synchronizedMap().monitorWaits(10_000, blocked, Certainty.LIKELY));

    assertThat(many).isGreaterThan(0.999).isGreaterThan(few);
    assertThat(likely).isBetween(0.89, 0.91);
  }

  private static double confidence(MapBuilder map) {
    return finding(RULE, map).confidence();
  }

  @Test
  void clientSideLocking_isACaveat() {
    LockDetail own =
        new LockDetail(
            "java.util.Collections$SynchronizedMap", null, LockDetail.MONITOR, 0.88, 25, true);
    Finding finding =
        finding(
            RULE,
            MapBuilder.synchronizedMap().monitorWaits(1_000, nanosOfThreads(1)).externalLock(own));

    assertThat(finding.caveats()).singleElement().asString().contains("88 %", "atomic");
  }

  @Test
  void threshold_overridden_holds() {
    MapBuilder map = MapBuilder.synchronizedMap().monitorWaits(MANY, nanosOfThreads(0.12));

    assertThat(Verdicts.of(RULE, map, "min-blocked-threads", "0.2")).isEqualTo(Verdict.silent());
    assertThat(Verdicts.of(RULE, map, "min-blocked-threads", "0.06"))
        .isInstanceOf(Verdict.Found.class);
  }
}
