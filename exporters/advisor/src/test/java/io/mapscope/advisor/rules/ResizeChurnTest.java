package io.mapscope.advisor.rules;

import static io.mapscope.advisor.Verdicts.assertNotEnough;
import static io.mapscope.advisor.Verdicts.assertSilent;
import static io.mapscope.advisor.Verdicts.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.MapBuilder;
import io.mapscope.advisor.Verdict;
import io.mapscope.advisor.Verdicts;
import io.mapscope.profile.Allocation;
import io.mapscope.profile.Finding;
import io.mapscope.profile.Lives;
import io.mapscope.profile.Severity;
import org.junit.jupiter.api.Test;

final class ResizeChurnTest {
  private static final String RULE = "resize-churn";

  private static MapBuilder churn(long ended, long resizesEach, long smallest, long largest) {
    long tableBytes = ended * 8 * largest;
    return MapBuilder.hashMap()
        .instances(ended + 5, 5)
        .facts(
            it ->
                it.withLives(
                        new Lives(
                            ended,
                            0,
                            0,
                            ended,
                            ended * resizesEach,
                            smallest,
                            largest,
                            largest,
                            0,
                            0))
                    .withAllocation(new Allocation(tableBytes * 5, 1, tableBytes, 1, 1)));
  }

  @Test
  void maps_thatResizeFourTimesEach_areInformation() {
    Finding finding = finding(RULE, churn(20_000, 4, 256, 256));

    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.title()).contains("4.0 times in each life");
    assertThat(finding.replacement().type()).contains("/ 0.75", "HashMap");
  }

  @Test
  void maps_whoseThrownAwayTablesAreATwentiethOfAllAllocation_areAWarning() {
    long thrownAway = Math.round(20_000 * 8 * 256 * (1 - 1 / 16.0) / (2 - 1 / 16.0));

    assertThat(severity(20 * thrownAway - 100)).isEqualTo(Severity.WARNING);
    assertThat(severity(20 * thrownAway + 100)).isEqualTo(Severity.INFO);
    assertThat(severity(-1)).as("total not known, before JDK 21").isEqualTo(Severity.INFO);
  }

  private static Severity severity(long allocatedBytes) {
    Verdict verdict = Verdicts.of(RULE, churn(20_000, 4, 256, 256), 30, 1, allocatedBytes);
    return ((Verdict.Found) verdict).finding().severity();
  }

  @Test
  void replacement_fromJdk19On_isNewHashMap() {
    Verdict verdict = Verdicts.of(RULE, churn(20_000, 4, 256, 256), "21.0.1+12", 30);

    assertThat(((Verdict.Found) verdict).finding().replacement().type())
        .isEqualTo("java.util.HashMap.newHashMap(192)");
    Verdict before = Verdicts.of(RULE, churn(20_000, 4, 256, 256), "18.0.1+12", 30);
    assertThat(((Verdict.Found) before).finding().replacement().type()).doesNotContain("newHash");
  }

  @Test
  void maps_thatResizeOnce_areSilent() {
    assertSilent(RULE, churn(50_000, 1, 256, 256));
    finding(RULE, churn(50_000, 2, 256, 256));
  }

  @Test
  void maps_ofManySizes_areSilent() {
    assertSilent(RULE, churn(20_000, 4, 64, 256));
    finding(RULE, churn(20_000, 4, 128, 256));
  }

  @Test
  void maps_seldomMade_areSilent() {
    // 180 entries moved in each life
    assertSilent(RULE, churn(8_000, 4, 256, 256));
    finding(RULE, churn(8_600, 4, 256, 256));
  }

  @Test
  void fewLives_areNotEnough() {
    assertNotEnough(RULE, churn(99, 10, 1 << 16, 1 << 16));
    finding(RULE, churn(100, 10, 1 << 16, 1 << 16));
  }

  @Test
  void presizedMaps_areSilent() {
    assertSilent(RULE, churn(50_000, 0, 256, 256));
  }
}
