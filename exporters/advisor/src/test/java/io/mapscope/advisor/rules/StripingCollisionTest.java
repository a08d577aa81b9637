package io.mapscope.advisor.rules;

import static io.mapscope.advisor.Verdicts.assertNotEnough;
import static io.mapscope.advisor.Verdicts.assertSilent;
import static io.mapscope.advisor.Verdicts.finding;
import static io.mapscope.advisor.Verdicts.nanosOfThreads;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.MapBuilder;
import io.mapscope.advisor.Verdicts;
import io.mapscope.profile.Finding;
import io.mapscope.profile.HotKey;
import io.mapscope.profile.Lives;
import io.mapscope.profile.LockDetail;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StripingCollisionTest {
  private static final String RULE = "striping-collision";

  private static MapBuilder stripes(long stripes, long shared, double hottest) {
    return MapBuilder.hashMap()
        .instances(stripes, stripes)
        .lockWaits(500, nanosOfThreads(0.5))
        .externalLock("java.lang.Object", LockDetail.MONITOR, 20, 20)
        .facts(
            it ->
                it.withHotKeys(List.of(new HotKey("a1", hottest)))
                    .withLives(new Lives(0, shared, 0, 0, 0, -1, -1, -1, 0, 0)));
  }

  @Test
  void stripes_waitedForThoughKeysDiffer_areFound_andTheirLockIsNotToldTwice() {
    Finding finding = finding(RULE, stripes(16, 16, 0.01));

    assertThat(finding.explanation()).contains("the 16 maps of Shop.stock", "1 %");
    assertThat(Verdicts.all(stripes(16, 16, 0.01).build()))
        .extracting(Finding::rule)
        .containsExactly(RULE);
  }

  @Test
  void hotKey_isTheEdge() {
    finding(RULE, stripes(16, 16, 0.2));
    assertSilent(RULE, stripes(16, 16, 0.21));
  }

  @Test
  void oneMap_isNoStripe() {
    finding(RULE, stripes(2, 2, 0.01));
    assertSilent(RULE, stripes(1, 1, 0.01));
  }

  @Test
  void manyMaps_belongToManyObjects() {
    finding(RULE, stripes(1_024, 16, 0.01));
    assertSilent(RULE, stripes(1_025, 16, 0.01));
    assertSilent(RULE, stripes(16, 16, 0.01).instances(17, 16));
  }

  @Test
  void mapsThatAreNotShared_areNoStripes() {
    finding(RULE, stripes(16, 2, 0.01));
    assertSilent(RULE, stripes(16, 1, 0.01));
  }

  @Test
  void stripes_nobodyWaitsFor_areSilent() {
    assertSilent(RULE, stripes(16, 16, 0.01).lockWaits(0, 0));
  }

  @Test
  void keysNotRecorded_isNotEnough() {
    assertNotEnough(RULE, stripes(16, 16, 0.01).facts(it -> it.withHotKeys(null)));
  }
}
