package io.mapscope.prove.workload;

import static io.mapscope.prove.Profiles.busy;
import static io.mapscope.prove.Profiles.finding;
import static io.mapscope.prove.Profiles.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapscope.profile.Copies;
import io.mapscope.profile.Finding;
import io.mapscope.profile.HotKey;
import io.mapscope.profile.Latency;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Nature;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Quantiles;
import io.mapscope.prove.form.Base;
import io.mapscope.prove.form.Form;
import io.mapscope.prove.form.Loading;
import io.mapscope.prove.form.Subject;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class WorkloadTest {

  private static final String HASH = "java.util.concurrent.ConcurrentHashMap";
  private static final int STEPS = 100_000;

  private static Workload workload(MapProfile map) {
    return Workload.of(map, List.of(), 2, 1);
  }

  private static List<Object> results(Workload workload) {
    Keys keys = new Keys(workload);
    Subject subject = Form.CONCURRENT_HASH_MAP.make(Base.HASH, workload.entries());
    keys.fill(subject);
    List<Object> results = new ArrayList<>();
    Player player = workload.player(0, keys);
    for (int i = 0; i < 1_000; i++) {
      results.add(String.valueOf(player.step(subject)));
    }
    return results;
  }

  @Test
  void workload_sameSeed_sameResults() {
    MapProfile map = map(HASH, null, 4, busy());

    assertThat(results(workload(map))).isEqualTo(results(workload(map)));
    assertThat(results(Workload.of(map, List.of(), 2, 2))).isNotEqualTo(results(workload(map)));
  }

  /** Hits and misses come out as they were recorded, whatever the lot says. */
  @Test
  void play_manySteps_hasTheRecordedMixAndOutcomes() {
    Workload workload = workload(map(HASH, null, 2, busy()));
    Keys keys = new Keys(workload);
    Subject subject = Form.CONCURRENT_HASH_MAP.make(Base.HASH, workload.entries());
    keys.fill(subject);
    Map<String, Integer> outcomes = new HashMap<>();
    Subject counting = counting(subject, outcomes);
    Player player = workload.player(0, keys);

    for (int i = 0; i < STEPS; i++) {
      player.step(counting);
    }

    assertThat(share(outcomes, "get hit")).isCloseTo(0.7, within(0.01));
    assertThat(share(outcomes, "get miss")).isCloseTo(0.1, within(0.01));
    assertThat(share(outcomes, "put miss")).isCloseTo(0.04, within(0.01));
    assertThat(share(outcomes, "put hit")).isCloseTo(0.06, within(0.01));
    assertThat(share(outcomes, "remove miss")).isCloseTo(0.01, within(0.005));
    assertThat(subject.size()).isBetween(700, 1_300);
  }

  private static double share(Map<String, Integer> outcomes, String outcome) {
    return outcomes.getOrDefault(outcome, 0) / (double) STEPS;
  }

  private static Subject counting(Subject subject, Map<String, Integer> outcomes) {
    return (Subject)
        Proxy.newProxyInstance(
            WorkloadTest.class.getClassLoader(),
            new Class<?>[] {Subject.class},
            (proxy, method, arguments) -> {
              Object result = method.invoke(subject, arguments);
              String outcome = result == null ? " miss" : " hit";
              outcomes.merge(method.getName() + outcome, 1, Integer::sum);
              return result;
            });
  }

  /** Counts look-ups that missed and put in what was missing. */
  private static Subject countingLoads(Subject subject, int[] loads) {
    return (Subject)
        Proxy.newProxyInstance(
            WorkloadTest.class.getClassLoader(),
            new Class<?>[] {Subject.class},
            (proxy, method, arguments) -> {
              Object result = method.invoke(subject, arguments);
              if (arguments[1] instanceof Loading loading && loading.hasRun()) {
                loads[0]++;
              }
              return result;
            });
  }

  /** A map that is empty and stays so, and tells of each key that it is asked about. */
  private static Subject telling(Consumer<Object> keys) {
    return (Subject)
        Proxy.newProxyInstance(
            WorkloadTest.class.getClassLoader(),
            new Class<?>[] {Subject.class},
            (proxy, method, arguments) -> {
              keys.accept(arguments[0]);
              return null;
            });
  }

  @Test
  void workload_hotKeys_areUsedAsOftenAsRecorded() {
    MapProfile map =
        map(HASH, null, 1, Map.of(Operation.GET_HIT, 10L))
            .withFacts(MapFacts.none().withHotKeys(List.of(new HotKey("a1", 0.5))));
    Workload workload = workload(map);
    Keys keys = new Keys(workload);
    Map<Object, Integer> uses = new HashMap<>();
    Subject subject = telling(key -> uses.merge(key, 1, Integer::sum));
    Player player = workload.player(0, keys);

    for (int i = 0; i < STEPS; i++) {
      player.step(subject);
    }

    int most = uses.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
    assertThat(most / (double) STEPS).isCloseTo(0.5, within(0.01));
    assertThat(uses).hasSizeGreaterThan(900);
  }

  private static final Map<Operation, Long> FILLED =
      Map.of(
          Operation.COMPUTE_IF_ABSENT_PRESENT, 10_000_000L,
          Operation.COMPUTE_IF_ABSENT_ABSENT, 2L);

  /** Two entries by four threads, each of which would have keys of its own to add. */
  @Test
  void workload_additionsThatFilledASmallMap_leaveItItsKeys() {
    MapProfile map = map(HASH, null, 2, 4, FILLED);
    Workload workload = workload(map);

    assertThat(workload.stableKeys()).isEqualTo(workload.entries()).isEqualTo(2);
    assertThat(workload.mix().count(Action.COMPUTE_IF_ABSENT_ABSENT)).isZero();
    assertThat(new Account(map, workload).notReproduced())
        .contains("2 additions, hardly any among so many others");
  }

  /** A function that has run twice is as slow as anything that is new to a JVM. */
  @Test
  void workload_slowFunctionsThatFilledASmallMap_leaveItItsKeys() {
    Quantiles slow = new Quantiles(1_300, 17_000, 17_000, 2);
    MapFacts facts = MapFacts.none().withLatency(new Latency(null, null, slow, null, 0));

    assertThat(workload(map(HASH, null, 2, 4, FILLED).withFacts(facts)).stableKeys()).isEqualTo(2);
  }

  /** Nine in a million ask a disk, which is 12 ns an operation all the same. */
  @Test
  void workload_slowFunctionsOfASmallMap_areReplayed() {
    Quantiles slow = new Quantiles(1_300_000, 1_700_000, 1_700_000, 90);
    MapFacts facts = MapFacts.none().withLatency(new Latency(null, null, slow, null, 0));
    Map<Operation, Long> operations =
        Map.of(
            Operation.COMPUTE_IF_ABSENT_PRESENT, 10_000_000L,
            Operation.COMPUTE_IF_ABSENT_ABSENT, 90L);
    Workload workload = workload(map(HASH, null, 2, 4, operations).withFacts(facts));

    assertThat(workload.mix().count(Action.COMPUTE_IF_ABSENT_ABSENT)).isEqualTo(90);
  }

  /** Copied on write, even a rare one may be what costs most. */
  @Test
  void workload_rareAdditionsToALargeMap_areReplayed() {
    assertThat(workload(map(HASH, null, 4, FILLED)).mix().count(Action.COMPUTE_IF_ABSENT_ABSENT))
        .isEqualTo(2);
  }

  private static MapProfile accessOrdered(Map<Operation, Long> operations) {
    return map("java.util.LinkedHashMap", null, 2, operations)
        .withFacts(MapFacts.none().withNature(new Nature(null, true, false, false)));
  }

  /** An iterator that finds the eldest is no pass over all entries. */
  @Test
  void mix_ofAFullCache_isItsLookUps() {
    Map<Operation, Long> operations =
        Map.of(
            Operation.GET_HIT, 90_000L,
            Operation.GET_MISS, 10_000L,
            Operation.PUT_NEW, 10_000L,
            Operation.SIZE, 10_000L,
            Operation.REMOVE_HIT, 9_900L,
            Operation.TRAVERSALS, 9_900L);
    Mix plain = workload(map("java.util.LinkedHashMap", null, 2, operations)).mix();
    Mix lru = workload(accessOrdered(operations)).mix();

    assertThat(plain.loads()).isFalse();
    assertThat(plain.count(Action.TRAVERSE)).isEqualTo(9_900);
    assertThat(lru.byFrequency()).containsExactly(Action.LOAD);
    assertThat(lru.total()).isEqualTo(100_000);
  }

  @Test
  void mix_ofMissesThatAreNotPutIn_isNoCaches() {
    Map<Operation, Long> operations =
        Map.of(
            Operation.GET_HIT, 60_000L,
            Operation.GET_MISS, 30_000L,
            Operation.PUT_NEW, 10_000L,
            Operation.REMOVE_HIT, 10_000L);

    assertThat(workload(accessOrdered(operations)).mix().loads()).isFalse();
  }

  /** {@code removeEldestEntry} removes without being seen. */
  @Test
  void play_ofAFullCache_hitsAsRecordedAndKeepsItsSize() {
    MapProfile lru =
        accessOrdered(
            Map.of(
                Operation.COMPUTE_IF_ABSENT_PRESENT, 80_000L,
                Operation.COMPUTE_IF_ABSENT_ABSENT, 20_000L));
    Workload workload = workload(lru);
    Keys keys = new Keys(workload);
    Subject subject = Form.MONITOR.make(Base.ACCESS_ORDERED, workload.entries());
    keys.fill(subject);
    Player player = workload.player(0, keys);
    int[] loads = {0};
    Subject watched = countingLoads(subject, loads);
    for (int i = 0; i < STEPS; i++) {
      player.step(watched);
    }

    assertThat(workload.askedKeys()).isEqualTo(1_250);
    assertThat(loads[0] / (double) STEPS).isCloseTo(0.2, within(0.02));
    assertThat(subject.size()).isEqualTo(workload.entries());
    assertThat(new Account(lru, workload).reproduced())
        .anyMatch(line -> line.startsWith("a full cache: 1250 keys"));
  }

  /**
   * Of two keys with one hash the one that is used less is put first, and so is before the other.
   */
  @Test
  void workload_presentKeyComputeFound_keysShareBinsTheHotOnesBehind() {
    MapProfile map = map(HASH, null, 1, Map.of(Operation.COMPUTE_IF_ABSENT_PRESENT, 10L));
    List<Finding> findings = List.of(finding("present-key-compute", "look-up-first", null));
    Keys keys = new Keys(Workload.of(map, findings, 2, 1));
    List<Long> put = new ArrayList<>();
    Subject subject = telling(key -> put.add((Long) key));

    keys.fill(subject);

    assertThat(put).hasSize(1_000).doesNotHaveDuplicates();
    assertThat(put.stream().map(key -> key.hashCode()).distinct()).hasSize(500);
    Long hottest = keys.stable()[0];
    assertThat(put).last().isEqualTo(hottest);
    assertThat(put.subList(0, 500)).extracting(key -> key.hashCode()).contains(hottest.hashCode());
    assertThat(new Account(map, Workload.of(map, findings, 2, 1)).notReproduced())
        .anyMatch(line -> line.startsWith("which keys share a bin"));
  }

  @Test
  void mix_copies_areNotCountedAsTraversalsAgain() {
    MapProfile map =
        map(HASH, null, 1, Map.of(Operation.TRAVERSALS, 10L))
            .withFacts(MapFacts.none().withCopies(new Copies(4, 4, 4, 4, 0, 0)));

    assertThat(workload(map).mix().count(Action.COPY)).isEqualTo(4);
    assertThat(workload(map).mix().count(Action.TRAVERSE)).isEqualTo(6);
  }

  @Test
  void mix_checkThenActFound_joinsLookUpsWithTheirPuts() {
    MapProfile map =
        map(
            HASH,
            null,
            2,
            Map.of(
                Operation.GET_MISS, 30L,
                Operation.PUT_NEW, 20L,
                Operation.GET_HIT, 5L,
                Operation.PUT_REPLACE, 7L));

    Mix mix =
        Workload.of(map, List.of(finding("check-then-act", "atomic-operation", "merge")), 2, 1)
            .mix();

    Map<Action, Long> counts = new EnumMap<>(Action.class);
    for (Action action : Action.values()) {
      if (mix.count(action) > 0) {
        counts.put(action, mix.count(action));
      }
    }
    assertThat(counts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Action.GET_MISS,
                10L,
                Action.INSERT,
                20L,
                Action.PUT_REPLACE,
                2L,
                Action.UPDATE,
                5L));
  }

  @Test
  void workload_moreThreadsThanProcessorsBear_isCutAndTold() {
    MapProfile map = map(HASH, null, 100, busy());
    Workload workload = workload(map);

    assertThat(workload.threads()).isEqualTo(2 * Workload.MOST_THREADS_PER_CPU);
    assertThat(new Account(map, workload).notReproduced())
        .anyMatch(line -> line.startsWith("100 threads: 8 are"));
  }

  @Test
  void account_whatIsLeftOut_isTold() {
    MapProfile map =
        map(HASH, null, 2, Map.of(Operation.GET_HIT, 9L, Operation.CLEAR, 3L))
            .withFacts(
                MapFacts.none()
                    .withLatency(new Latency(null, null, new Quantiles(9_000, 1, 1, 1), null, 0)));
    Account account = new Account(map, workload(map));

    assertThat(account.notReproduced()).contains("3 clears");
    assertThat(account.reproduced()).contains("functions take 9.00 us, their median");
    assertThat(account.notReproduced()).anyMatch(line -> line.contains("keep a processor busy"));
    assertThat(account.reproduced()).anyMatch(line -> line.contains("get hit 100 %"));
  }
}
