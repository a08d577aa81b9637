package io.mapscope.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.MapscopeFamilies;
import java.util.MapscopeOperation;
import java.util.MapscopeTally;
import java.util.MapscopeTraversals;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which traversals are watched, in this very JVM. */
final class TraversalsTest {
  private static final int WINDOW = 10;
  private static final int WRITES = 3;

  /** One that lives on: what only ended threads have written to is not worth watching. */
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  @BeforeEach
  void forgetDemand() throws Exception {
    WovenJvm.weave();
    WovenJvm.allowWalks();
    MapscopeFamilies.endsWanted = 0;
    MapscopeFamilies.endsSeen = 0;
  }

  @AfterEach
  void closeWindow() {
    MapscopeTraversals.open(0);
    other.shutdown();
  }

  @Test
  void traversal_ofAMapThatOthersWriteTo_isWatchedOnceItsEndIsSeen() throws Exception {
    Map<Integer, Integer> map = new ConcurrentHashMap<>();
    MapscopeTally tally = WovenJvm.tallyOf(map);
    map.put(-1, -1);
    write(map);

    tear(map);
    assertThat(watched(tally)).as("before its end is seen").isZero();
    assertThat(MapscopeFamilies.endsWanted).isEqualTo(MapscopeFamilies.CONCURRENT_HASH_MAP);
    WovenJvm.weaveWanted();
    tear(map);

    assertThat(watched(tally)).isEqualTo(1);
    assertThat(tally.mostWritesDuringTraversal()).isEqualTo(WRITES);
  }

  @Test
  void traversal_ofAMapThatNobodyElseWritesTo_wantsNothing() throws Exception {
    Map<Integer, Integer> map = new ConcurrentHashMap<>();
    MapscopeTally tally = WovenJvm.tallyOf(map);
    map.put(-1, -1);
    inAnotherThread(() -> map.get(-1));

    MapscopeTraversals.open(WINDOW);
    map.forEach((key, value) -> {});

    assertThat(MapscopeFamilies.endsWanted).isZero();
    assertThat(watched(tally)).isZero();
  }

  /** It would take a place and never give it back. */
  @Test
  void traversal_whoseIteratorCannotTellItsEnd_wantsNothingAndIsNotWatched() throws Exception {
    MapscopeFamilies.endsSeen = -1;
    Map<Integer, Integer> inner = new WeakHashMap<>();
    MapscopeTally tally = WovenJvm.tallyOf(inner);
    Map<Integer, Integer> map = Collections.synchronizedMap(inner);
    map.put(-1, -1);
    write(map);

    tear(map);

    assertThat(MapscopeFamilies.endsWanted).isZero();
    assertThat(watched(tally)).isZero();
  }

  private void tear(Map<Integer, Integer> map) throws Exception {
    MapscopeTraversals.open(WINDOW);
    boolean first = true;
    for (Integer ignored : map.keySet()) {
      if (first) {
        write(map);
        first = false;
      }
    }
  }

  /** Keys that are there from the first time on. */
  private void write(Map<Integer, Integer> map) throws Exception {
    inAnotherThread(
        () -> {
          for (int i = 0; i < WRITES; i++) {
            map.put(i, i);
          }
        });
  }

  private void inAnotherThread(Runnable work) throws Exception {
    other.submit(work).get();
  }

  private static long watched(MapscopeTally tally) {
    long[] row = new long[MapscopeOperation.ROW];
    tally.addTo(row);
    return row[MapscopeOperation.WATCHED_TRAVERSALS];
  }
}
