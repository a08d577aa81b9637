package io.mapscope.advisor.rules;

import static io.mapscope.advisor.Verdicts.assertSilent;
import static io.mapscope.advisor.Verdicts.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.MapBuilder;
import io.mapscope.profile.Finding;
import io.mapscope.profile.Lives;
import io.mapscope.profile.Severity;
import org.junit.jupiter.api.Test;

final class OversizedMapTest {
  private static final String RULE = "oversized-map";

  private static MapBuilder lives(long alive, long unused, long sparse, long spareBytes) {
    return MapBuilder.hashMap()
        .instances(alive, alive)
        .facts(it -> it.withLives(new Lives(0, 0, unused, 0, 0, -1, -1, -1, sparse, spareBytes)));
  }

  @Test
  void aMegabyteOfEmptyTable_isInformation() {
    Finding finding = finding(RULE, lives(40, 0, 40, 1_000_000));

    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.title()).contains("1.00 MB");
    assertSilent(RULE, lives(40, 0, 40, 999_999));
  }

  @Test
  void manyMapsThatNeverHeldAnEntry_areInformation() {
    assertThat(finding(RULE, lives(20_000, 10_000, 0, 0)).replacement().kind()).isEqualTo("plain");
    assertSilent(RULE, lives(20_001, 10_000, 0, 0));
    assertSilent(RULE, lives(9_999, 9_999, 0, 0));
  }

  @Test
  void filledMaps_areSilent() {
    assertSilent(RULE, lives(50_000, 0, 0, 0));
  }
}
