package io.mapscope.advisor.rules;

import static io.mapscope.advisor.Verdicts.assertSilent;
import static io.mapscope.advisor.Verdicts.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.MapBuilder;
import io.mapscope.profile.Finding;
import io.mapscope.profile.Lives;
import io.mapscope.profile.Severity;
import io.mapscope.profile.Shape;
import org.junit.jupiter.api.Test;

final class UnsafeListValuesTest {
  private static final String RULE = "unsafe-list-values";

  private static MapBuilder lists(long mutable, long changed, long locked) {
    return MapBuilder.concurrentHashMap()
        .operations("getHit", 9_000, "computeIfAbsentAbsent", 10, "computeIfAbsentPresent", 500)
        .facts(
            it ->
                it.withLives(new Lives(0, 1, 0, 0, 0, -1, -1, -1, 0, 0))
                    .withShape(
                        Shape.none()
                            .withValues(mutable, 100)
                            .withWatchedValues(200, changed, locked)));
  }

  @Test
  void lists_changedWhereTheyLie_areInformation() {
    Finding finding = finding(RULE, lists(100, 10, 0));

    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.explanation()).contains("10 of 200 second looks", "4 threads");
    assertThat(finding.caveats()).anyMatch(caveat -> caveat.contains("the same lock"));
  }

  @Test
  void lists_thatStayAsTheyAre_areSilent() {
    assertSilent(RULE, lists(100, 9, 0));
  }

  @Test
  void values_mostlyOfOtherKinds_areSilent() {
    finding(RULE, lists(50, 10, 0));
    assertSilent(RULE, lists(49, 10, 0));
  }

  @Test
  void lists_withALockOfTheirOwn_areSilent() {
    assertSilent(RULE, lists(100, 100, 1));
  }

  @Test
  void lists_changedByTheMapsAtomicOperations_areSilent() {
    assertSilent(RULE, lists(100, 100, 0).operations("getHit", 9, "compute", 1));
    assertSilent(RULE, lists(100, 100, 0).operations("getHit", 9, "merge", 1));
  }

  @Test
  void mapsOfOneThread_areSilent() {
    assertSilent(RULE, lists(100, 100, 0).threads(1, 1));
    assertSilent(
        RULE,
        lists(100, 100, 0).facts(it -> it.withLives(new Lives(0, 0, 0, 0, 0, -1, -1, -1, 0, 0))));
  }
}
