package io.mapscope.advisor.rules;

import static io.mapscope.advisor.Verdicts.assertSilent;
import static io.mapscope.advisor.Verdicts.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.advisor.MapBuilder;
import io.mapscope.advisor.Verdict;
import io.mapscope.advisor.Verdicts;
import io.mapscope.profile.Copies;
import io.mapscope.profile.Finding;
import io.mapscope.profile.Nature;
import io.mapscope.profile.Severity;
import org.junit.jupiter.api.Test;

final class NeedlessOrderingTest {
  private static final String RULE = "needless-ordering";
  private static final String SKIP_LIST = "java.util.concurrent.ConcurrentSkipListMap";
  private static final String TREE = "java.util.TreeMap";

  private static MapBuilder sorted(String mapClass, boolean comparator) {
    return MapBuilder.of(mapClass)
        .entries(1_000)
        .operations("getHit", 100_000)
        .facts(it -> it.withNature(new Nature(mapClass, false, false, comparator)));
  }

  @Test
  void sortedMaps_neverAskedForTheOrder_areInformation() {
    Finding finding = finding(RULE, sorted(SKIP_LIST, false));

    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.explanation()).contains("100 K operations", "10 levels");
    assertThat(finding.replacement().type()).isEqualTo("java.util.concurrent.ConcurrentHashMap");
    assertThat(finding.confidence()).isBetween(0.33, 0.34);
    assertThat(finding(RULE, sorted(TREE, false)).replacement().type())
        .isEqualTo("java.util.HashMap");
  }

  @Test
  void anythingThatGoesByTheOrder_isSilent() {
    assertSilent(RULE, sorted(TREE, false).operations("getHit", 100_000, "ordered", 1));
    assertSilent(RULE, sorted(TREE, false).operations("getHit", 100_000, "traversals", 1));
    assertSilent(
        RULE, sorted(TREE, false).facts(it -> it.withCopies(new Copies(1, 1, 1, 1, 0, 0))));
  }

  @Test
  void keysThatAComparatorTellsApart_areSilent() {
    assertSilent(RULE, sorted(TREE, true));
  }

  @Test
  void smallMaps_areSilent() {
    assertSilent(RULE, sorted(TREE, false).entries(63));
    finding(RULE, sorted(TREE, false).entries(64));
    assertSilent(RULE, sorted(TREE, false).entries(1_000).instances(100, 100));
  }

  @Test
  void quietMaps_areSilent_andShortRunsNotEnough() {
    assertSilent(RULE, sorted(TREE, false).operations("getHit", 30_000));
    finding(RULE, sorted(TREE, false).operations("getHit", 30_200));
    assertThat(Verdicts.of(RULE, sorted(TREE, false), "17.0.15+6", 7.9))
        .isInstanceOf(Verdict.NotEnoughData.class);
    assertThat(Verdicts.of(RULE, sorted(TREE, false), "17.0.15+6", 8))
        .isInstanceOf(Verdict.Found.class);
    assertThat(Verdicts.of(RULE, sorted(TREE, false).operations("getHit", 9_999), "17.0.15+6", 9))
        .isInstanceOf(Verdict.NotEnoughData.class);
  }
}
