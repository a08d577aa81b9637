package io.mapscope.corpus.snippets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
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

  @Test
  void swappedCopy_snapshot_staysAsItIs() {
    SwappedCopy routes = new SwappedCopy();
    routes.add("/a", "A");
    Map<String, String> before = routes.snapshot();
    routes.add("/b", "B");

    assertThat(before).containsOnlyKeys("/a");
    assertThat(routes.route("/a")).isEqualTo("A");
    assertThat(routes.route("/b")).isEqualTo("B");
  }

  @Test
  void adderPerKey_countsPerKey() {
    AdderPerKey pages = new AdderPerKey();
    pages.count("/");
    pages.count("/");

    assertThat(pages.countOf("/")).isEqualTo(2);
    assertThat(pages.countOf("/other")).isZero();
  }

  @Test
  void cellPerKey_keepsTheLatest() {
    CellPerKey sensors = new CellPerKey();
    sensors.update("s", "1");
    sensors.update("s", "2");

    assertThat(sensors.latestOf("s")).isEqualTo("2");
    assertThat(sensors.latestOf("t")).isNull();
  }

  @Test
  void futureValues_loadsOnce_andAgainAfterAFailure() {
    FutureValues pages = new FutureValues();

    assertThatThrownBy(
            () ->
                pages.page(
                    "u",
                    url -> {
                      throw new IllegalStateException("down");
                    }))
        .hasRootCauseMessage("down");
    assertThat(pages.page("u", url -> "one")).isEqualTo("one");
    assertThat(pages.page("u", url -> "two")).isEqualTo("one");
  }

  @Test
  void computeOutside_theFirstStays_andTheFunctionMayUseTheMap() {
    ComputeOutside parser = new ComputeOutside();

    assertThat(parser.parsed("a", text -> parser.parsed("b", inner -> "B") + "A")).isEqualTo("BA");
    assertThat(parser.parsed("a", text -> "other")).isEqualTo("BA");
  }

  @Test
  void getFirst_makesOnce() {
    GetFirst codecs = new GetFirst();

    assertThat(codecs.codec("t", type -> "one")).isEqualTo("one");
    assertThat(codecs.codec("t", type -> "two")).isEqualTo("one");
  }

  @Test
  void insertOnce_makesOnce() {
    InsertOnce sessions = new InsertOnce();
    StringBuilder first = sessions.session("s", StringBuilder::new);

    assertThat(sessions.session("s", StringBuilder::new)).isSameAs(first);
  }

  @Test
  void lockedIteration_findsTheOldOnes() {
    LockedIteration open = new LockedIteration();
    open.add("old", 1);
    open.add("new", 9);

    assertThat(open.olderThan(5)).containsExactly("old");
  }
}
