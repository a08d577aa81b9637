package io.mapscope.prove.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.prove.Together;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every form of a map of lists against a model: a HashMap of ArrayLists. */
final class ListFormTest {

  private static final int KEYS = 7;
  private static final int STEPS = 20_000;
  private static final int THREADS = 4;

  @ParameterizedTest
  @EnumSource(ListForm.class)
  void form_randomAppends_hasTheModelsLists(ListForm form) {
    ListMap<Long, Long> lists = form.make();
    Map<Long, List<Long>> model = new HashMap<>();
    Random random = new Random(3);

    for (long i = 0; i < STEPS; i++) {
      Long key = (long) random.nextInt(KEYS);
      lists.append(key, i);
      model.computeIfAbsent(key, absent -> new ArrayList<>()).add(i);
      if (random.nextInt(500) == 0) {
        assertThat(lists.list(key)).as("step " + i).isEqualTo(model.get(key));
      }
    }
    model.forEach((key, list) -> assertThat(lists.list(key)).isEqualTo(list));
    assertThat(lists.list((long) KEYS)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ListForm.class)
  void list_appendedToLater_staysAsItWas(ListForm form) {
    ListMap<Long, Long> lists = form.make();
    lists.append(1L, 10L);

    List<Long> before = lists.list(1L);
    lists.append(1L, 11L);

    assertThat(before).containsExactly(10L);
    assertThat(lists.list(1L)).containsExactly(10L, 11L);
  }

  /** Values are numbered through per thread, with the thread in the last digit. */
  @ParameterizedTest
  @EnumSource(ListForm.class)
  void form_appendedByManyThreads_losesNothingAndKeepsEachThreadsOrder(ListForm form)
      throws Exception {
    ListMap<Long, Long> lists = form.make();
    int each = 3_000;

    Together.run(
        THREADS,
        thread -> {
          for (long i = 0; i < each; i++) {
            lists.append(i % 3, i * 10 + thread);
          }
        });

    Set<Long> seen = new HashSet<>();
    for (long key = 0; key < 3; key++) {
      List<Long> list = lists.list(key);
      seen.addAll(list);
      for (int thread = 0; thread < THREADS; thread++) {
        int its = thread;
        assertThat(list.stream().filter(value -> value % 10 == its).toList()).isSorted();
      }
    }
    assertThat(seen).hasSize(THREADS * each);
  }

  /** What a reader has seen once stays where it is, whatever is under way. */
  @ParameterizedTest
  @EnumSource(ListForm.class)
  void list_readWhileAppended_isAlwaysABeginningOfTheLast(ListForm form) throws Exception {
    ListMap<Long, Long> lists = form.make();
    List<List<Long>> reads = new ArrayList<>();
    AtomicInteger writing = new AtomicInteger(THREADS - 1);

    Together.run(
        THREADS,
        thread -> {
          if (thread == 0) {
            do {
              reads.add(lists.list(5L));
            } while (writing.get() > 0 && reads.size() < 2_000);
            return;
          }
          for (long i = 0; i < 2_000; i++) {
            lists.append(5L, i * 10 + thread);
          }
          writing.decrementAndGet();
        });

    List<Long> all = lists.list(5L);
    assertThat(all).hasSize((THREADS - 1) * 2_000);
    assertThat(reads)
        .isNotEmpty()
        .allSatisfy(read -> assertThat(all.subList(0, read.size())).isEqualTo(read));
  }
}
