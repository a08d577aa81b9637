package io.mapscope.advisor.rules;

import static io.mapscope.advisor.Verdicts.assertNotEnough;
import static io.mapscope.advisor.Verdicts.assertSilent;
import static io.mapscope.advisor.Verdicts.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.MapBuilder;
import io.mapscope.profile.Finding;
import io.mapscope.profile.Severity;
import io.mapscope.profile.Spread;
import org.junit.jupiter.api.Test;

final class PoorHashTest {
  private static final String RULE = "poor-hash";

  private static MapBuilder spread(long looked, long occupied, double expected) {
    return MapBuilder.hashMap()
        .facts(it -> it.withSpread(new Spread(looked, occupied, expected, 2 * occupied)));
  }

  @Test
  void keys_inAnEighthOfTheBins_areAWarning() {
    Finding finding = finding(RULE, spread(6_400, 250, 2_000));

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.explanation()).contains("250 held", "filled 2000", "8.0 times");
    assertThat(finding.confidence()).isGreaterThan(0.99);
    assertThat(finding(RULE, spread(6_400, 251, 2_000)).severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void keys_inAQuarterOfTheBins_areTheEdge() {
    assertThat(finding(RULE, spread(6_400, 500, 2_000)).confidence()).isBetween(0.49, 0.51);
    assertSilent(RULE, spread(6_400, 501, 2_000));
  }

  @Test
  void keys_allInOneBin_areFound() {
    assertThat(finding(RULE, spread(6_400, 0, 2_000)).title()).contains("crowd");
  }

  @Test
  void numbersInARow_fillMoreBinsThanRandomOnes_andAreSilent() {
    assertSilent(RULE, spread(6_400, 3_200, 2_518));
  }

  @Test
  void fewBins_areNotEnough() {
    assertNotEnough(RULE, spread(640, 10, 99));
    finding(RULE, spread(640, 10, 100));
  }

  @Test
  void quietMaps_areSilent() {
    assertSilent(RULE, spread(6_400, 10, 2_000).operations("getHit", 3_000));
    finding(RULE, spread(6_400, 10, 2_000).operations("getHit", 3_100));
  }
}
