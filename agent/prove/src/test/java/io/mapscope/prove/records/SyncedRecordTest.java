package io.mapscope.prove.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.prove.Together;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SyncedRecordTest {

  private record Counters(int a, int b, int c, int d) {}

  private static final RecordShape<Counters> SHAPE =
      RecordShape.of(Counters.class, MethodHandles.lookup());

  private static final List<String> NAMES = List.of("a", "b", "c", "d");

  private static SyncedRecord<Counters> zero() {
    return new SyncedRecord<>(SHAPE, new Counters(0, 0, 0, 0));
  }

  private static int value(RecordMap<Counters> map, String name) {
    Object value = map.get(name);
    return value instanceof Integer number ? number : -1;
  }

  @Test
  void commit_ofMap_isSeenByBothSides() {
    SyncedRecord<Counters> synced = zero();
    RecordMap<Counters> map = synced.map();
    map.put("b", 5);

    SyncedRecord.Outcome outcome = synced.commit(map);

    assertThat(outcome).isEqualTo(new SyncedRecord.Outcome(true, 1, Set.of()));
    assertThat(synced.now().record()).isEqualTo(new Counters(0, 5, 0, 0));
    assertThat(synced.map()).containsEntry("b", 5);
  }

  @Test
  void commit_ofRecord_isSeenByBothSides() {
    SyncedRecord<Counters> synced = zero();

    assertThat(synced.commit(synced.now(), new Counters(0, 0, 3, 0)).committed()).isTrue();
    assertThat(synced.map()).containsEntry("c", 3);
    assertThat(synced.map().version()).isEqualTo(1);
  }

  @Test
  void commit_nothingPut_changesNothing() {
    SyncedRecord<Counters> synced = zero();

    assertThat(synced.commit(synced.map()).committed()).isTrue();
    assertThat(synced.now().version()).isZero();
  }

  @Test
  void commit_othersWroteAnotherComponent_keepsBoth() {
    SyncedRecord<Counters> synced = zero();
    RecordMap<Counters> map = synced.map();
    SyncedRecord.Revision<Counters> base = synced.now();
    map.put("a", 1);

    assertThat(synced.commit(base, new Counters(0, 0, 0, 9)).committed()).isTrue();
    assertThat(synced.commit(map).committed()).isTrue();
    assertThat(synced.now().record()).isEqualTo(new Counters(1, 0, 0, 9));
  }

  /** The same value from both is a conflict, too: both may have counted one further. */
  @Test
  void commit_othersWroteTheSameComponent_isRefusedAsAWhole() {
    SyncedRecord<Counters> synced = zero();
    RecordMap<Counters> one = synced.map();
    RecordMap<Counters> other = synced.map();
    one.put("a", 1);
    other.put("a", 1);
    other.put("b", 1);
    synced.commit(one);

    SyncedRecord.Outcome outcome = synced.commit(other);

    assertThat(outcome).isEqualTo(new SyncedRecord.Outcome(false, 1, Set.of("a")));
    assertThat(synced.now().record()).isEqualTo(new Counters(1, 0, 0, 0));
  }

  /** Three writers that each look now and then; the model says who must be refused. */
  @Test
  void commit_randomWriters_isTheModel() {
    SyncedRecord<Counters> synced = zero();
    int[] model = new int[NAMES.size()];
    Random random = new Random(17);
    List<RecordMap<Counters>> maps = new ArrayList<>();
    List<int[]> bases = new ArrayList<>();
    List<Set<Integer>> dirty = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      maps.add(synced.map());
      bases.add(model.clone());
      dirty.add(new HashSet<>());
    }
    int refused = 0;
    for (int step = 1; step < 5_000; step++) {
      int writer = random.nextInt(3);
      if (random.nextInt(3) > 0) {
        int component = random.nextInt(NAMES.size());
        maps.get(writer).put(NAMES.get(component), step);
        dirty.get(writer).add(component);
        continue;
      }
      int[] base = bases.get(writer);
      Set<String> conflicts = new HashSet<>();
      for (int component : dirty.get(writer)) {
        if (base[component] != model[component]) {
          conflicts.add(NAMES.get(component));
        }
      }
      SyncedRecord.Outcome outcome = synced.commit(maps.get(writer));
      assertThat(outcome.conflicts()).as("step " + step).isEqualTo(conflicts);
      assertThat(outcome.committed()).isEqualTo(conflicts.isEmpty());
      if (conflicts.isEmpty()) {
        dirty.get(writer).forEach(one -> model[one] = value(maps.get(writer), NAMES.get(one)));
      } else {
        refused++;
      }
      assertThat(synced.now().record())
          .isEqualTo(new Counters(model[0], model[1], model[2], model[3]));
      maps.set(writer, synced.map());
      bases.set(writer, model.clone());
      dirty.get(writer).clear();
    }
    assertThat(refused).isPositive();
  }

  /** Each thread counts one component of its own and one of all, and tries until it is taken. */
  @Test
  void commit_byManyThreads_losesNothing() throws Exception {
    SyncedRecord<Counters> synced = zero();
    int each = 2_000;

    Together.run(
        3,
        thread -> {
          for (int i = 0; i < each; i++) {
            boolean asMap = i % 2 == 0;
            while (!(asMap ? countAsMap(synced, thread) : countAsRecord(synced, thread))) {
              Thread.onSpinWait();
            }
          }
        });

    assertThat(synced.now())
        .isEqualTo(
            new SyncedRecord.Revision<>(new Counters(each, each, each, 3 * each), 3L * each));
  }

  private static boolean countAsMap(SyncedRecord<Counters> synced, int thread) {
    RecordMap<Counters> map = synced.map();
    String own = NAMES.get(thread);
    map.put(own, value(map, own) + 1);
    map.put("d", value(map, "d") + 1);
    return synced.commit(map).committed();
  }

  private static boolean countAsRecord(SyncedRecord<Counters> synced, int thread) {
    SyncedRecord.Revision<Counters> base = synced.now();
    Counters old = base.record();
    Counters next =
        new Counters(
            old.a() + (thread == 0 ? 1 : 0),
            old.b() + (thread == 1 ? 1 : 0),
            old.c() + (thread == 2 ? 1 : 0),
            old.d() + 1);
    return synced.commit(base, next).committed();
  }
}
