package io.mapscope.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.MapscopeCell;
import java.util.MapscopeGate;
import java.util.MapscopeOperation;
import java.util.MapscopeTally;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the recorder promises about threads, memory and views, in a woven JVM. */
final class RecorderTest {
  private static final int THREADS = 300;
  private static final int GROWTHS = 2_000;
  private static final long OWNER = 1_000_000;

  @BeforeAll
  static void weave() throws Exception {
    WovenJvm.weave();
  }

  @Test
  void cells_ofEndedThreads_areFoldedWithoutLoss() throws Exception {
    WovenJvm.allowWalks();
    Map<Integer, Integer> map = new ConcurrentHashMap<>();
    MapscopeTally tally = WovenJvm.tallyOf(map);
    for (int i = 0; i < THREADS; i++) {
      int key = i;
      Thread thread = new Thread(() -> map.put(key, key));
      thread.start();
      thread.join();
    }

    long[] row = new long[MapscopeOperation.ROW];
    long threads = tally.addTo(row);
    assertThat(row[MapscopeOperation.PUT_NEW]).isEqualTo(THREADS);
    assertThat((int) (threads >>> 32)).as("threads that wrote").isEqualTo(THREADS);
    assertThat(WovenJvm.cellTableLength(tally)).as("places for cells").isLessThan(THREADS / 4);
  }

  /** An owner read twice put a cell where its thread does not look; it then got a second one. */
  @Test
  void cell_markedAndFreedWhileTheTableGrows_keepsItsPlace() throws Exception {
    WovenJvm.allowWalks();
    MapscopeTally tally = WovenJvm.tallyOf(new ConcurrentHashMap<>());
    MapscopeCell cell = WovenJvm.cellOf(tally, OWNER);
    AtomicBoolean grown = new AtomicBoolean();
    Thread owner =
        new Thread(
            () -> {
              while (!grown.get()) {
                cell.owner = ~cell.owner;
              }
            });
    owner.start();
    while (cell.owner == OWNER) {
      Thread.onSpinWait();
    }
    for (int i = 1; i <= GROWTHS; i++) {
      WovenJvm.cellOf(tally, OWNER + i);
      assertThat(WovenJvm.places(tally, OWNER)).as("growth " + i).contains(cell);
    }
    grown.set(true);
    owner.join();
  }

  @Test
  void hotOperations_once_warm_allocateNothing() {
    WovenJvm.allowWalks();
    Map<Integer, Integer> concurrent = new ConcurrentHashMap<>();
    Map<Integer, Integer> plain = new HashMap<>();
    long sum = use(concurrent, plain, 20_000);
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    sum += use(concurrent, plain, 100_000);
    long allocatedBytes = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(sum).isPositive();
    assertThat(allocatedBytes).as("bytes for 400,000 operations").isLessThan(100_000);
  }

  private static long use(
      Map<Integer, Integer> concurrent, Map<Integer, Integer> plain, int rounds) {
    long sum = 0;
    for (int i = 0; i < rounds; i++) {
      Integer key = i & 63; // cached by Integer
      concurrent.put(key, key);
      plain.put(key, key);
      sum += concurrent.get(key) + plain.get(key);
    }
    return sum;
  }

  @Test
  void valuesView_ofEveryMapWithAProbeInItsPlace_isTheSameEachTime() {
    for (Map<TestKey, String> map :
        List.<Map<TestKey, String>>of(
            new HashMap<>(),
            new LinkedHashMap<>(),
            new WeakHashMap<>(),
            new IdentityHashMap<>(),
            new EnumMap<>(TestKey.class),
            new Hashtable<>())) {
      TestMaps.fill(map);
      Collection<String> view = map.values();

      assertThat(map.values()).isSameAs(view);
      assertThat(view.getClass().getName()).doesNotContain("Mapscope");
      assertThat(view).containsExactlyInAnyOrder("A", "B", "C", "D");
    }
  }

  @Test
  void gate_closed_countsNothing() {
    WovenJvm.allowWalks();
    Map<TestKey, String> map = new HashMap<>();
    MapscopeTally tally = WovenJvm.tallyOf(map);
    MapscopeGate.setAll(false);
    try {
      TestMaps.fill(map);
    } finally {
      MapscopeGate.setAll(true);
    }

    assertThat(WovenJvm.counts(tally, Vocabulary.NAMES)).isEmpty();
  }

  @Test
  void operationThatThrows_insideAnOuterOne_leavesTheCellFree() {
    WovenJvm.allowWalks();
    Map<TestKey, String> map = new java.util.TreeMap<>();
    MapscopeTally tally = WovenJvm.tallyOf(map);
    Map<TestKey, String> bad = new HashMap<>();
    bad.put(null, "no place in a TreeMap");
    try {
      map.putAll(bad);
    } catch (NullPointerException expected) {
      map.put(TestKey.A, "still counted");
    }

    assertThat(WovenJvm.counts(tally, Vocabulary.NAMES)).isEqualTo(Map.of("putNew", 1L));
  }
}
