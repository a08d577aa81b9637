package io.mapscope.advisor.rules;

import static io.mapscope.advisor.Verdicts.assertSilent;
import static io.mapscope.advisor.Verdicts.finding;
import static io.mapscope.advisor.Verdicts.nanosOfThreads;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.MapBuilder;
import io.mapscope.advisor.Verdict;
import io.mapscope.advisor.Verdicts;
import io.mapscope.profile.Finding;
import io.mapscope.profile.LockDetail;
import io.mapscope.profile.Nature;
import io.mapscope.profile.Severity;
import org.junit.jupiter.api.Test;

final class LruUnderLockTest {
  private static final String RULE = "lru-under-lock";
  private static final long JUST_ENOUGH = nanosOfThreads(0.05) + 1_000_000;

  private static MapBuilder lru(boolean accessOrder, boolean evicts) {
    return MapBuilder.of("com.acme.Lru")
        .externalLock("java.lang.Object", LockDetail.MONITOR, 20, 20)
        .facts(
            it -> it.withNature(new Nature("java.util.LinkedHashMap", accessOrder, evicts, false)));
  }

  @Test
  void lru_whoseLockThreadsWaitFor_isAWarning() {
    Finding finding =
        finding(RULE, lru(true, true).monitorWaits(300_000, JUST_ENOUGH + 15_000_000));

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.explanation()).contains("order of access", "9000 hits", "300 K waits");
    assertThat(finding.caveats()).anyMatch(caveat -> caveat.contains("break the list"));
  }

  @Test
  void lru_withFewerOrNoWaits_isSilent() {
    assertSilent(RULE, lru(true, true).monitorWaits(300_000, JUST_ENOUGH - 2_000_000));
    assertSilent(RULE, lru(true, true).monitorWaits(0, 0));
  }

  @Test
  void lru_fewLongWaits_areNotEnough() {
    assertThat(Verdicts.of(RULE, lru(true, true).monitorWaits(9, nanosOfThreads(1))))
        .isInstanceOf(Verdict.NotEnoughData.class);
  }

  @Test
  void linkedHashMap_thatOnlyKeepsTheOrder_isNotMeant() {
    assertSilent(RULE, lru(false, false).monitorWaits(1_000, nanosOfThreads(1)));
    finding(RULE, lru(false, true).monitorWaits(1_000, nanosOfThreads(1)));
  }

  @Test
  void synchronizedLru_isNotReportedAsAContendedMapAsWell() {
    MapBuilder map =
        MapBuilder.of("java.util.Collections$SynchronizedMap", "com.acme.Lru")
            .facts(it -> it.withNature(new Nature("java.util.LinkedHashMap", true, true, false)))
            .monitorWaits(1_000, nanosOfThreads(1));

    assertThat(Verdicts.all(map.build())).extracting(Finding::rule).containsExactly(RULE);
  }
}
