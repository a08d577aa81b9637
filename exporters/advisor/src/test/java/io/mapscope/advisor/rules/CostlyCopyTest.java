package io.mapscope.advisor.rules;

import static io.mapscope.advisor.Verdicts.assertNotEnough;
import static io.mapscope.advisor.Verdicts.assertSilent;
import static io.mapscope.advisor.Verdicts.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.MapBuilder;
import io.mapscope.advisor.Verdict;
import io.mapscope.advisor.Verdicts;
import io.mapscope.profile.Copies;
import io.mapscope.profile.Finding;
import io.mapscope.profile.Severity;
import org.junit.jupiter.api.Test;

final class CostlyCopyTest {
  private static final String RULE = "costly-copy";

  /** Of the CPU time of the process in the samples, by threads that fit its two processors. */
  private static final long TWENTIETH = 31_200_000_000L / 20;

  private static MapBuilder copied(long count, long entries, long nanos) {
    return MapBuilder.concurrentHashMap()
        .threads(2, 1)
        .operations("getHit", 1_000, "putReplace", 10)
        .facts(it -> it.withCopies(new Copies(count, entries * count, nanos, 5_000_000, 0, 0)));
  }

  @Test
  void copies_ofATwentiethOfTheCpuTime_areAWarning() {
    Finding finding = finding(RULE, copied(100_000, 500, TWENTIETH + 20_000_000));

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.title()).isEqualTo("Shop.stock: copying it whole takes 5 % of the CPU time");
    assertThat(finding.explanation()).contains("100 K times", "500 entries", "Shop.<init>:42");
    assertThat(finding.confidence()).isGreaterThan(0.95);
    assertNotEnough(RULE, copied(1_000, 500, TWENTIETH + 20_000_000));
  }

  @Test
  void copies_ofLess_areSilent() {
    assertSilent(RULE, copied(100_000, 500, TWENTIETH - 1_000_000));
  }

  @Test
  void copies_fewOrSmall_areNoFinding() {
    assertThat(Verdicts.of(RULE, copied(29, 500, 3 * TWENTIETH)))
        .isInstanceOf(Verdict.NotEnoughData.class);
    assertThat(Verdicts.of(RULE, copied(30, 500, 3 * TWENTIETH))).isInstanceOf(Verdict.Found.class);
    assertSilent(RULE, copied(1_000, 15, 2 * TWENTIETH));
    assertThat(Verdicts.of(RULE, copied(1_000, 16, 2 * TWENTIETH)))
        .isInstanceOf(Verdict.Found.class);
  }

  @Test
  void copies_inAnIdleProcess_areSilent() {
    MapBuilder map = copied(1_000, 500, 90_000_000);

    assertThat(Verdicts.of(RULE, map, 10, 100_000_000, 0)).isEqualTo(Verdict.silent());
    assertThat(Verdicts.of(RULE, map, 8, 100_000_000, 0)).isInstanceOf(Verdict.Found.class);
  }

  @Test
  void copies_timedWhileThreadsWaitForAProcessor_countLess() {
    MapBuilder crowded = copied(1_000, 500, 2 * TWENTIETH).threads(8, 1); // four per processor

    assertSilent(RULE, crowded);
  }

  @Test
  void copies_cpuTimeUnknown_areNotEnough() {
    assertThat(Verdicts.of(RULE, copied(1_000, 500, 2 * TWENTIETH), 30, -1, -1))
        .isInstanceOf(Verdict.NotEnoughData.class);
  }

  @Test
  void advice_followsFromWhatTheCopiesAreFor() {
    MapBuilder repeated = copied(1_000, 500, 2 * TWENTIETH);
    MapBuilder changing =
        copied(1_000, 500, 2 * TWENTIETH).operations("putReplace", 50_000, "getHit", 5);
    MapBuilder onWrite = copied(1_000, 500, 2 * TWENTIETH).instances(1_001, 3);

    assertThat(finding(RULE, repeated).replacement().kind()).isEqualTo("safe-copy");
    assertThat(finding(RULE, changing).replacement().kind()).isEqualTo("view");
    assertThat(finding(RULE, onWrite).replacement().type())
        .isEqualTo("java.util.concurrent.ConcurrentHashMap");
  }
}
