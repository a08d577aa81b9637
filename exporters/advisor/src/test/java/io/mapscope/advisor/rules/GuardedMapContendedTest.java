package io.mapscope.advisor.rules;

import static io.mapscope.advisor.Verdicts.assertNotEnough;
import static io.mapscope.advisor.Verdicts.assertSilent;
import static io.mapscope.advisor.Verdicts.finding;
import static io.mapscope.advisor.Verdicts.nanosOfThreads;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.MapBuilder;
import io.mapscope.profile.ExternalLock;
import io.mapscope.profile.Finding;
import io.mapscope.profile.LockDetail;
import io.mapscope.profile.Severity;
import org.junit.jupiter.api.Test;

final class GuardedMapContendedTest {
  private static final String RULE = "guarded-map-contended";
  private static final String LOCK = "java.util.concurrent.locks.ReentrantLock";
  private static final String READ_WRITE = "java.util.concurrent.locks.ReentrantReadWriteLock";

  private static MapBuilder contended(long held, long samples) {
    return MapBuilder.hashMap()
        .lockWaits(500, nanosOfThreads(0.5))
        .externalLock(LOCK, LockDetail.LOCK, held, samples);
  }

  @Test
  void hashMap_underAContendedLock_isAWarning() {
    Finding finding = finding(RULE, contended(20, 20));

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.explanation())
        .contains("500 waits", "the lock Shop.lock", "100 %", "Shop.stock");
    assertThat(finding.replacement().kind()).isEqualTo("concurrent");
    assertThat(finding.confidence()).isGreaterThan(0.99);
  }

  @Test
  void hashMap_lockHeldForHalfOfTheSamples_isTheEdge() {
    assertThat(finding(RULE, contended(10, 20)).confidence()).isBetween(0.45, 0.55);
    assertSilent(RULE, contended(9, 20));
  }

  @Test
  void hashMap_fewSamplesOfTheLock_areNotEnough() {
    finding(RULE, contended(5, 5));
    assertNotEnough(RULE, contended(4, 4));
  }

  @Test
  void hashMap_underALockWithoutWaits_isSilent() {
    assertSilent(
        RULE, MapBuilder.hashMap().lockWaits(0, 0).externalLock(LOCK, LockDetail.LOCK, 50, 50));
  }

  @Test
  void hashMap_withoutALock_isSilent_andUnknownWhereItWasNotLookedFor() {
    MapBuilder waits = MapBuilder.hashMap().lockWaits(500, nanosOfThreads(0.5));

    assertNotEnough(RULE, waits);
    assertSilent(RULE, waits.facts(it -> it.withExternalLock(ExternalLock.none())));
  }

  @Test
  void readMostlyAndSmall_isToBecomeACopy() {
    MapBuilder map = contended(20, 20).operations("getHit", 99_000, "putReplace", 1_000);

    assertThat(finding(RULE, map.entries(1_000)).replacement().kind()).isEqualTo("safe-copy");
    assertThat(finding(RULE, map.entries(1_001)).replacement().kind()).isEqualTo("concurrent");
    assertThat(
            finding(RULE, map.entries(9).operations("getHit", 98_999, "putReplace", 1_001))
                .replacement()
                .kind())
        .isEqualTo("concurrent");
  }

  @Test
  void readWriteLock_isToldThatReadersMeetToo() {
    Finding finding =
        finding(RULE, contended(20, 20).externalLock(READ_WRITE, LockDetail.LOCK, 20, 20));

    assertThat(finding.caveats()).anyMatch(it -> it.contains("readers of a read/write lock"));
  }

  @Test
  void fewOperations_manyWaits_somethingSlowIsUnderTheLock() {
    assertThat(finding(RULE, contended(20, 20)).caveats())
        .anyMatch(it -> it.contains("something slow"));
    assertThat(finding(RULE, contended(20, 20).operations("getHit", 50_000_000)).caveats())
        .noneMatch(it -> it.contains("something slow"));
  }

  @Test
  void synchronizedMap_waitsForItsOwnMonitor_areNotMeant() {
    assertSilent(
        RULE,
        MapBuilder.synchronizedMap()
            .monitorWaits(500, nanosOfThreads(0.5))
            .externalLock(LOCK, LockDetail.LOCK, 20, 20));
  }
}
