package io.mapscope.weaver;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.MapscopeOperation;
import java.util.MapscopeTally;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies are counted on the map copied from, once each, with the writes that came in between. */
final class CopiesTest {
  private static final int ENTRIES = 5;
  private static final int WRITES = 7;

  private enum Letter {
    A,
    B,
    C,
    D,
    E
  }

  private record Way(String name, Function<Map<Letter, Integer>, Object> copy) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void weave() throws Exception {
    WovenJvm.weave();
  }

  static Stream<Arguments> mapsAndWays() {
    return maps().flatMap(map -> ways().map(way -> Arguments.of(map.get().getClass(), map, way)));
  }

  private static Stream<Supplier<Map<Letter, Integer>>> maps() {
    return Stream.of(
        HashMap::new,
        LinkedHashMap::new,
        TreeMap::new,
        ConcurrentHashMap::new,
        ConcurrentSkipListMap::new,
        Hashtable::new,
        WeakHashMap::new,
        IdentityHashMap::new,
        () -> new EnumMap<>(Letter.class));
  }

  private static Stream<Way> ways() {
    return Stream.of(
        new Way("new HashMap", HashMap::new),
        new Way("new LinkedHashMap", LinkedHashMap::new),
        new Way("new TreeMap", map -> new TreeMap<>(map)),
        new Way("new ConcurrentHashMap", ConcurrentHashMap::new),
        new Way("new ConcurrentSkipListMap", map -> new ConcurrentSkipListMap<>(map)),
        new Way("new Hashtable", Hashtable::new),
        new Way("new WeakHashMap", WeakHashMap::new),
        new Way("new IdentityHashMap", IdentityHashMap::new),
        new Way("new EnumMap", map -> new EnumMap<>(map)),
        new Way("putAll", map -> filled(new HashMap<>(), map)),
        new Way("putAll into TreeMap", map -> filled(new TreeMap<>(), map)),
        new Way("putAll into ConcurrentHashMap", map -> filled(new ConcurrentHashMap<>(), map)),
        new Way("Map.copyOf", Map::copyOf),
        new Way("List.copyOf", map -> List.copyOf(map.values())),
        new Way("Set.copyOf", map -> Set.copyOf(map.keySet())),
        new Way("new ArrayList of values", map -> new ArrayList<>(map.values())),
        new Way("new ArrayList of keys", map -> new ArrayList<>(map.keySet())),
        new Way("new ArrayList of entries", map -> new ArrayList<>(map.entrySet())),
        new Way("new HashSet of keys", map -> new HashSet<>(map.keySet())),
        new Way("stream toList", map -> map.values().stream().toList()),
        new Way("stream of keys", map -> map.keySet().stream().sorted().toArray()),
        new Way("stream of entries", map -> map.entrySet().stream().collect(toMap())),
        new Way("stream to set", map -> map.keySet().stream().map(Letter::name).collect(toSet())),
        new Way("stream to groups", map -> map.keySet().stream().collect(groupingBy(k -> 1))),
        new Way("stream of ints", map -> map.values().stream().mapToInt(i -> i).toArray()),
        new Way("parallel stream", map -> map.values().parallelStream().toList()),
        new Way("toArray", map -> map.values().toArray()),
        new Way("typed toArray", map -> map.keySet().toArray(new Letter[0])),
        new Way("generated toArray", map -> map.entrySet().toArray(Object[]::new)));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("mapsAndWays")
  void copy_ofAnyMapInAnyWay_isCountedOnceWithItsEntries(
      Class<?> type, Supplier<Map<Letter, Integer>> maker, Way way) {
    WovenJvm.allowWalks();
    Map<Letter, Integer> map = maker.get();
    MapscopeTally tally = WovenJvm.tallyOf(map);
    for (Letter letter : Letter.values()) {
      map.put(letter, letter.ordinal());
    }
    assertThat(way.copy().apply(map)).isNotNull();

    long[] row = row(tally);
    assertThat(row[MapscopeOperation.COPIES]).as("copies of a " + type).isEqualTo(1);
    assertThat(row[MapscopeOperation.COPIED_ENTRIES]).isEqualTo(ENTRIES);
    assertThat(row[MapscopeOperation.COPY_NANOS]).isPositive();
    assertThat(row[MapscopeOperation.TORN_COPIES]).isZero();
    if (!way.name().equals("new EnumMap")) { // it looks at a key first, or copies the array
      assertThat(row[MapscopeOperation.TRAVERSALS]).as("traversals").isEqualTo(1);
    }
  }

  static Stream<Arguments> mapsAndOtherEnds() {
    return maps()
        .flatMap(map -> otherEnds().map(end -> Arguments.of(map.get().getClass(), map, end)));
  }

  private static Stream<Way> otherEnds() {
    return Stream.of(
        new Way("count", map -> map.values().stream().count()),
        new Way("anyMatch", map -> map.keySet().stream().anyMatch(Objects::isNull)),
        new Way("reduce", map -> map.values().stream().reduce(0, Integer::sum)),
        new Way("sum", map -> map.values().stream().mapToInt(i -> i).sum()),
        new Way("average", map -> map.values().stream().mapToInt(i -> i).average()),
        new Way("counting", map -> map.values().stream().collect(counting())),
        new Way("joining", map -> map.keySet().stream().map(Letter::name).collect(joining())),
        new Way("histogram", map -> map.keySet().stream().collect(groupingBy(k -> 1, counting()))),
        new Way("filter", map -> map.values().stream().filter(i -> i > 1).toList()),
        new Way("limit", map -> map.values().stream().limit(2).toList()),
        new Way("skip", map -> map.values().stream().skip(2).toList()),
        new Way("distinct", map -> map.values().stream().distinct().toList()));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("mapsAndOtherEnds")
  void stream_thatReducesOrSelects_isATraversalAndNoCopy(
      Class<?> type, Supplier<Map<Letter, Integer>> maker, Way end) {
    WovenJvm.allowWalks();
    Map<Letter, Integer> map = maker.get();
    MapscopeTally tally = WovenJvm.tallyOf(map);
    for (Letter letter : Letter.values()) {
      map.put(letter, letter.ordinal());
    }
    assertThat(end.copy().apply(map)).isNotNull();

    assertThat(row(tally)[MapscopeOperation.COPIES]).as("copies of a " + type).isZero();
    assertThat(row(tally)[MapscopeOperation.TRAVERSALS]).isEqualTo(1);
    List.copyOf(map.values());
    assertThat(row(tally)[MapscopeOperation.COPIES]).as("copies afterwards").isEqualTo(1);
  }

  @Test
  void streams_twoOfTwoMapsAtOnce_countOnTheirOwnMaps() {
    WovenJvm.allowWalks();
    Map<Integer, Integer> one = new ConcurrentHashMap<>(Map.of(1, 1));
    MapscopeTally ofOne = WovenJvm.tallyOf(one);
    Map<Integer, Integer> other = new ConcurrentHashMap<>(Map.of(1, 1, 2, 2));
    MapscopeTally ofOther = WovenJvm.tallyOf(other);
    Stream<Integer> first = one.values().stream();
    Stream<Integer> second = other.values().stream();
    assertThat(first.flatMap(i -> other.keySet().stream()).toList()).hasSize(2);
    assertThat(second.toList()).hasSize(2);

    assertThat(row(ofOne)[MapscopeOperation.COPIES]).isZero();
    assertThat(row(ofOther)[MapscopeOperation.COPIES]).isEqualTo(1);
    assertThat(row(ofOther)[MapscopeOperation.COPIED_ENTRIES]).isEqualTo(2);
  }

  @Test
  void stream_duringWhichAnotherThreadWrites_isTornByItsWrites() throws Exception {
    WovenJvm.allowWalks();
    Map<Integer, Integer> map = new ConcurrentHashMap<>(Map.of(1, 1));
    MapscopeTally tally = WovenJvm.tallyOf(map);
    assertThat(map.values().stream().peek(value -> writeInAnotherThread(map)).toList())
        .isNotEmpty();

    assertThat(row(tally)[MapscopeOperation.TORN_COPIES]).isEqualTo(1);
    assertThat(tally.mostWritesDuringCopy()).isEqualTo(WRITES);
  }

  private static void writeInAnotherThread(Map<Integer, Integer> map) {
    if (map.size() == 1) {
      Thread writer = new Thread(() -> writeSome(map));
      writer.start();
      try {
        writer.join();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
  }

  private static void writeSome(Map<Integer, Integer> map) {
    for (int i = 0; i < WRITES; i++) {
      map.put(-i, i);
    }
  }

  @Test
  void stream_thatThrows_isNoneAndLeavesNothingBehind() {
    WovenJvm.allowWalks();
    Map<Integer, Integer> map = new ConcurrentHashMap<>(Map.of(1, 1));
    MapscopeTally tally = WovenJvm.tallyOf(map);
    for (int i = 0; i < 1_000; i++) {
      assertThatThrownBy(() -> map.values().stream().map(value -> value / 0).toList())
          .isInstanceOf(ArithmeticException.class);
    }
    assertThat(row(tally)[MapscopeOperation.COPIES]).isZero();
    assertThat(map.values().stream().toList()).hasSize(1);
    assertThat(row(tally)[MapscopeOperation.COPIES]).isEqualTo(1);
  }

  private static Collector<Map.Entry<Letter, Integer>, ?, Map<Letter, Integer>> toMap() {
    return Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  @Test
  void clones_ofAllMapsThatHaveThem_areCounted() {
    WovenJvm.allowWalks();
    HashMap<String, Integer> hash = new HashMap<>(Map.of("a", 1));
    MapscopeTally ofHash = WovenJvm.tallyOf(hash);
    TreeMap<String, Integer> tree = new TreeMap<>(Map.of("a", 1));
    MapscopeTally ofTree = WovenJvm.tallyOf(tree);
    ConcurrentSkipListMap<String, Integer> list = new ConcurrentSkipListMap<>(Map.of("a", 1));
    MapscopeTally ofList = WovenJvm.tallyOf(list);
    assertThat(List.of(hash.clone(), tree.clone(), list.clone())).hasSize(3);
    SortedMap<String, Integer> sorted = tree;
    new TreeMap<>(sorted);
    new ConcurrentSkipListMap<>(sorted);

    assertThat(row(ofHash)[MapscopeOperation.COPIES]).isEqualTo(1);
    assertThat(row(ofTree)[MapscopeOperation.COPIES]).isEqualTo(3);
    assertThat(row(ofList)[MapscopeOperation.COPIES]).isEqualTo(1);
  }

  @Test
  void copy_ofASet_isCountedOnItsMap() {
    WovenJvm.allowWalks();
    Set<String> set = new TreeSet<>();
    MapscopeTally tally = WovenJvm.takeOnlyNewborn();
    set.add("a");
    set.add("b");
    List.copyOf(set);

    assertThat(row(tally)[MapscopeOperation.COPIES]).isEqualTo(1);
    assertThat(row(tally)[MapscopeOperation.COPIED_ENTRIES]).isEqualTo(2);
  }

  /** A key that lets the writer write while it is being copied. */
  private static final class Slow {
    private final Runnable whenHashed;

    Slow(Runnable whenHashed) {
      this.whenHashed = whenHashed;
    }

    @Override
    public int hashCode() {
      whenHashed.run();
      return 1;
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }
  }

  @Test
  void copy_whileAnotherThreadWrites_isTornByExactlyItsWrites() throws Exception {
    WovenJvm.allowWalks();
    Map<Object, Integer> map = new ConcurrentHashMap<>();
    MapscopeTally tally = WovenJvm.tallyOf(map);
    CountDownLatch copying = new CountDownLatch(2); // put itself hashes once
    CountDownLatch written = new CountDownLatch(1);
    map.put(
        new Slow(
            () -> {
              copying.countDown();
              if (copying.getCount() == 0) {
                await(written);
              }
            }),
        1);
    Thread writer =
        new Thread(
            () -> {
              await(copying);
              for (int i = 0; i < WRITES; i++) {
                map.put(i, i);
              }
              map.get(1);
              map.remove("absent");
              written.countDown();
            });
    writer.start();
    new HashMap<>(map);
    writer.join();

    assertThat(row(tally)[MapscopeOperation.TORN_COPIES]).isEqualTo(1);
    assertThat(tally.mostWritesDuringCopy()).isEqualTo(WRITES);
  }

  @Test
  void copy_duringWhichItsOwnThreadWrites_isNotTorn() {
    WovenJvm.allowWalks();
    Map<Object, Integer> map = new ConcurrentHashMap<>();
    MapscopeTally tally = WovenJvm.tallyOf(map);
    map.put(new Slow(() -> map.put("self", 1)), 1);
    new HashMap<>(map);

    assertThat(row(tally)[MapscopeOperation.COPIES]).isEqualTo(1);
    assertThat(row(tally)[MapscopeOperation.TORN_COPIES]).isZero();
  }

  @Test
  void copy_thatThrows_isNoneAndLeavesNothingBehind() {
    WovenJvm.allowWalks();
    Map<Object, Integer> map = new ConcurrentHashMap<>();
    MapscopeTally tally = WovenJvm.tallyOf(map);
    boolean[] fails = {false};
    map.put(
        new Slow(
            () -> {
              if (fails[0]) {
                throw new StackOverflowError();
              }
            }),
        1);
    fails[0] = true;
    for (int i = 0; i < 1_000; i++) {
      assertThatThrownBy(() -> new HashMap<>(map)).isInstanceOf(StackOverflowError.class);
      assertThatThrownBy(() -> new HashMap<Object, Integer>().putAll(map))
          .isInstanceOf(StackOverflowError.class);
    }
    assertThat(row(tally)[MapscopeOperation.COPIES]).isZero();
    fails[0] = false;
    new HashMap<>(map);
    assertThat(row(tally)[MapscopeOperation.COPIES]).isEqualTo(1);
  }

  private static Object filled(Map<Letter, Integer> target, Map<Letter, Integer> source) {
    target.putAll(source);
    return target;
  }

  private static long[] row(MapscopeTally tally) {
    long[] row = new long[MapscopeOperation.ROW];
    tally.addTo(row);
    return row;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
