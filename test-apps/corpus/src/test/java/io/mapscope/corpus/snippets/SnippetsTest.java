package io.mapscope.corpus.snippets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void boundedCache_rendersOnce_andHoldsItsBound() {
    BoundedCache cache = new BoundedCache();
    List<String> rendered = new ArrayList<>();

    for (int i = 0; i < 2; i++) {
      assertThat(cache.page("a", name -> rendered.add(name) ? "page" : "")).isEqualTo("page");
    }
    assertThat(rendered).containsExactly("a");
    for (int i = 0; i < 11_000; i++) {
      cache.page("page" + i, name -> name);
    }
    assertThat(cache.entries()).isLessThanOrEqualTo(10_000);
  }

  @Test
  void changeInPlace_showsTheChange() {
    ChangeInPlace routes = new ChangeInPlace();
    routes.add("/", "home");

    assertThat(routes.handlerOf("/")).isEqualTo("home");
    assertThat(routes.handlerOf("/x")).isEqualTo("404");
  }

  @Test
  void keptSnapshot_isMadeOncePerChange() {
    KeptSnapshot prices = new KeptSnapshot();
    prices.put("tea", 1);
    Map<String, Integer> first = prices.snapshot();

    assertThat(prices.snapshot()).isSameAs(first);
    prices.put("tea", 2);
    assertThat(first).containsEntry("tea", 1);
    assertThat(prices.snapshot()).containsEntry("tea", 2);
  }

  @Test
  void readOnlyView_showsChanges_andAllowsNone() {
    ReadOnlyView shelf = new ReadOnlyView();
    Map<String, Integer> stock = shelf.stock();
    shelf.put("tea", 1);

    assertThat(stock).containsEntry("tea", 1);
    assertThatThrownBy(() -> stock.put("tea", 2)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void keptBytes_areMadeOncePerChange() {
    KeptBytes settings = new KeptBytes();
    settings.put("a", "b");
    byte[] first = settings.bytes();

    assertThat(settings.bytes()).isSameAs(first);
    settings.put("a", "c");
    assertThat(settings.bytes()).isNotEqualTo(first);
  }

  @Test
  void writtenAside_givesWhatWasThereAtTheLastTurn() {
    WrittenAside prices = new WrittenAside();
    prices.put("a", "b");
    byte[] before = prices.bytes();

    prices.write();
    assertThat(prices.bytes()).isNotEqualTo(before).isSameAs(prices.bytes());
    byte[] written = prices.bytes();
    prices.put("a", "c");
    assertThat(prices.bytes()).isSameAs(written);
  }

  @Test
  void binaryEntries_areReadAsTheyWereWritten() throws IOException {
    Map<String, Long> totals = Map.of("a", 1L, "b", 2L);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEntries.write(totals, new DataOutputStream(bytes));

    assertThat(
            BinaryEntries.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
        .isEqualTo(totals);
  }

  @Test
  void fieldByField_goesBothWays() {
    FieldByField.Order order = new FieldByField.Order("x", 5);

    assertThat(FieldByField.Order.of(order.toMap())).isEqualTo(order);
  }

  @Test
  void presizedMaps_holdAll() {
    List<String> words = List.of("a", "bb", "ccc");

    assertThat(PresizedMap.lengths(words)).hasSize(3).containsEntry("bb", 2);
    assertThat(PresizedConcurrentMap.lengths(words)).hasSize(3).containsEntry("bb", 2);
  }

  @Test
  void fullHash_differsWithEachField() {
    assertThat(new FullHash.Position(1, 2).hashCode())
        .isNotEqualTo(new FullHash.Position(2, 1).hashCode())
        .isEqualTo(new FullHash.Position(1, 2).hashCode());
  }

  @Test
  void unorderedMaps_sortWhenAsked() {
    UnorderedMap plain = new UnorderedMap();
    plain.put("b", 2);
    plain.put("a", 1);
    UnorderedConcurrentMap shared = new UnorderedConcurrentMap();
    shared.put("b", 2);
    shared.put("a", 1);

    assertThat(plain.piecesOf("b")).isEqualTo(2);
    assertThat(shared.piecesOf("c")).isZero();
    assertThat(plain.sorted().keySet()).containsExactly("a", "b");
    assertThat(shared.sorted().keySet()).containsExactly("a", "b");
  }

  @Test
  void ownCounter_holdsItsBoundAndCountsWhatIsThere() {
    OwnCounter sessions = new OwnCounter();
    for (int i = 0; i < 150; i++) {
      assertThat(sessions.open("s" + i, "user")).isEqualTo(i < 100);
    }
    assertThat(sessions.open("s0", "user")).isFalse();
    sessions.close("s0");
    sessions.close("s0");

    assertThat(sessions.count()).isEqualTo(99);
    assertThat(sessions.open("s0", "user")).isTrue();
  }

  @Test
  void oneThreadsMap_counts() {
    assertThat(OneThreadsMap.count(List.of("a", "b", "a"))).containsEntry("a", 2);
  }

  @Test
  void lazyMap_isMadeOnFirstUse() {
    LazyMap object = new LazyMap();

    assertThat(object.attributes()).isSameAs(Map.of());
    object.put("a", "b");
    assertThat(object.attributes()).containsEntry("a", "b");
  }

  @Test
  void immutableLists_areReplacedNotChanged() {
    ImmutableLists lists = new ImmutableLists();
    lists.add("t", "one");
    List<String> before = lists.of("t");
    lists.add("t", "two");

    assertThat(before).containsExactly("one");
    assertThat(lists.of("t")).containsExactly("one", "two");
  }
}
