package io.mapscope.prove.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every form against a model: a HashMap and what the operations mean. */
final class FormTest {

  private static final int KEYS = 40;
  private static final int STEPS = 20_000;

  @ParameterizedTest
  @EnumSource(Form.class)
  void form_randomOperations_givesTheModelsResults(Form form) {
    Subject subject = form.make(Base.HASH, KEYS);
    Map<Long, Long> model = new HashMap<>();
    Random random = new Random(11);

    for (int i = 0; i < STEPS; i++) {
      Long key = (long) random.nextInt(KEYS);
      Long value = (long) random.nextInt(100);
      String step = "step " + i + " about " + key;
      switch (random.nextInt(12)) {
        case 0 -> assertThat(subject.get(key)).as(step).isEqualTo(model.get(key));
        case 1 -> assertThat(subject.put(key, value)).as(step).isEqualTo(model.put(key, value));
        case 2 -> assertThat(subject.remove(key)).as(step).isEqualTo(model.remove(key));
        case 3 ->
            assertThat(subject.computeIfAbsent(key, absent -> value))
                .as(step)
                .isEqualTo(model.computeIfAbsent(key, absent -> value));
        case 4 -> {
          subject.compute(key, old -> old + 2);
          model.merge(key, 2L, Long::sum);
        }
        case 5 -> {
          subject.merge(key, value);
          model.merge(key, value, Long::sum);
        }
        case 6 -> assertThat(subject.replace(key, value)).isEqualTo(model.replace(key, value));
        case 7 -> {
          subject.insert(key, value);
          model.putIfAbsent(key, value);
        }
        case 8 -> {
          subject.update(key);
          model.merge(key, 1L, Long::sum);
        }
        case 9 -> {
          subject.putAll(Map.of(key, value));
          model.put(key, value);
        }
        case 10 -> assertThat(subject.size()).as(step).isEqualTo(model.size());
        default ->
            assertThat(subject.traverse())
                .as(step)
                .isEqualTo(model.values().stream().mapToLong(Long::longValue).sum());
      }
    }
    assertThat(subject.copy()).isEqualTo(model);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void form_thatIsFull_takesTheEldestOutForWhatComes(Form form) {
    Subject subject = form.make(Base.HASH, KEYS);
    subject.put(1L, 10L);
    subject.put(2L, 20L);

    subject.admit(3L, 30L, 1L);
    Loading loading = new Loading(absent -> 40L);
    Long made = subject.load(4L, loading.before(2L));
    Long there = subject.load(4L, loading.before(3L));

    assertThat(made).isEqualTo(40L).isEqualTo(there);
    assertThat(loading.hasRun()).isFalse();
    assertThat(subject.copy()).isEqualTo(Map.of(3L, 30L, 4L, 40L));
  }

  @ParameterizedTest
  @EnumSource(
      value = Form.class,
      names = {"SYNCHRONIZED_MAP", "MONITOR", "REENTRANT_LOCK"})
  void busyForm_used_worksOnceForEachOperationOnAKey(Form form) {
    int[] work = {0};
    Subject busy = form.makeBusy(Base.HASH, KEYS, () -> work[0]++);
    busy.put(1L, 1L);
    busy.merge(1L, 1L);
    busy.compute(1L, value -> value + 1);
    busy.computeIfAbsent(2L, absent -> 5L);
    busy.replace(2L, 6L);
    busy.remove(7L);

    assertThat(busy.get(1L)).isEqualTo(3L);
    assertThat(work[0]).isEqualTo(7);
    assertThat(busy.size()).isEqualTo(2);
    assertThat(busy.traverse()).isEqualTo(9L);
    assertThat(busy.copy()).isEqualTo(Map.of(1L, 3L, 2L, 6L));
    assertThat(form.excludes()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Form.class,
      names = {"CAFFEINE", "CAFFEINE_EXPIRING"})
  void cache_thatIsFull_throwsOutByItself(Form form) {
    Subject subject = form.makeFull(Base.HASH, KEYS);
    Loading loading = new Loading(absent -> 1L);
    for (long key = 0; key < STEPS; key++) {
      subject.admit(key, key, 0L);
      subject.load(-key - 1, loading.before(0L));
    }

    assertThat(subject.size()).isBetween(1, STEPS / 2);
    assertThat(Form.MONITOR.makeFull(Base.HASH, KEYS)).isInstanceOf(MonitorSubject.class);
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void atomicForm_updatedByManyThreads_losesNothing(Form form) throws Exception {
    if (!form.has(Promise.ATOMIC)) {
      return;
    }
    int threads = 4;
    int updates = 5_000;
    Subject subject = form.make(Base.HASH, KEYS);

    inThreads(
        threads,
        () -> {
          for (int i = 0; i < updates; i++) {
            subject.update((long) (i % 3));
            subject.insert(7L, 0L);
            subject.merge(8L, 1L);
          }
        });

    assertThat(subject.traverse()).isEqualTo(2L * threads * updates);
    assertThat(subject.size()).isEqualTo(5);
  }

  /** Two keys change together; a reader of a copy that stands still never sees them differ. */
  @Test
  void copyOnWrite_copiedWhileWritten_isOfOneMoment() throws Exception {
    assertCopiesAreOfOneMoment(Form.COPY_ON_WRITE);
  }

  @Test
  void snapshot_copiedWhileWritten_isOfOneMoment() throws Exception {
    assertCopiesAreOfOneMoment(Form.SNAPSHOT);
  }

  private static void assertCopiesAreOfOneMoment(Form form) throws Exception {
    Subject subject = form.make(Base.HASH, 2);
    List<Map<Long, ?>> torn = new ArrayList<>();
    ExecutorService writer = Executors.newSingleThreadExecutor();
    Future<?> writing =
        writer.submit(
            () -> {
              for (long i = 0; i < 20_000; i++) {
                subject.putAll(Map.of(1L, i, 2L, i));
              }
            });
    while (!writing.isDone()) {
      Map<Long, ?> copy = subject.copy();
      if (!Objects.equals(copy.get(1L), copy.get(2L))) {
        torn.add(copy);
      }
    }
    writer.shutdown();
    writing.get();

    assertThat(torn).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Form.class,
      names = {"PLAIN", "SYNCHRONIZED_MAP", "MONITOR", "REENTRANT_LOCK", "READ_WRITE_LOCK"})
  void guardedTree_asked_keepsItsOrder(Form form) {
    Subject subject = form.make(Base.TREE, KEYS);
    subject.put(5L, 1L);
    subject.put(9L, 1L);

    if (form != Form.SYNCHRONIZED_MAP) {
      assertThat(subject.ordered(6L)).isEqualTo(9L);
    }
    assertThat(form.title(Base.TREE)).contains("TreeMap");
  }

  private static void inThreads(int threads, Runnable work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      all.add(
          pool.submit(
              () -> {
                start.await();
                work.run();
                return null;
              }));
    }
    start.countDown();
    for (Future<?> one : all) {
      one.get();
    }
    pool.shutdown();
  }
}
