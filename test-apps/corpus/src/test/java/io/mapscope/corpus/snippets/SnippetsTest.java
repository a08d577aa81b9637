package io.mapscope.corpus.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The code that findings show does what its comments say. */
final class SnippetsTest {

  @Test
  void atomicOperations_countsEveryVisit() {
    AtomicOperations pages = new AtomicOperations();

    assertThat(pages.visit("/")).isEqualTo(1);
    assertThat(pages.visit("/")).isEqualTo(2);
    assertThat(pages.visitsOf("/")).isEqualTo(2);
  }

  @Test
  void sortedConcurrentMap_findsTheTierBelow() {
    SortedConcurrentMap tiers = new SortedConcurrentMap();
    tiers.add(10, "ten");

    assertThat(tiers.tierOf(9)).isNull();
    assertThat(tiers.tierOf(10)).isEqualTo("ten");
    assertThat(tiers.tierOf(11)).isEqualTo("ten");
  }

  @Test
  void concurrentSet_tellsTheFirst() {
    ConcurrentSet set = new ConcurrentSet();

    assertThat(set.isFirst("a")).isTrue();
    assertThat(set.isFirst("a")).isFalse();
  }
}
