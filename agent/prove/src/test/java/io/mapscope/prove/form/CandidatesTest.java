package io.mapscope.prove.form;

import static io.mapscope.prove.Profiles.busy;
import static io.mapscope.prove.Profiles.finding;
import static io.mapscope.prove.Profiles.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.ExternalLock;
import io.mapscope.profile.Finding;
import io.mapscope.profile.LockDetail;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Nature;
import io.mapscope.profile.Nulls;
import io.mapscope.profile.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CandidatesTest {

  private static final String SYNCHRONIZED = "java.util.Collections$SynchronizedMap";
  private static final String HASH = "java.util.HashMap";

  private static Recorded recorded(MapProfile map) {
    return Objects.requireNonNull(Recorded.of(map));
  }

  private static MapProfile guardedBy(String lock, String kind) {
    return map(HASH, null, 4, busy()).withFacts(heldAround(lock, kind));
  }

  private static MapFacts heldAround(String lock, String kind) {
    LockDetail detail = new LockDetail(lock, null, kind, 1, 50, false);
    return MapFacts.none().withExternalLock(ExternalLock.of(detail));
  }

  @Test
  void recorded_everyGuard_isRecognised() {
    String locks = "java.util.concurrent.locks.";

    assertThat(recorded(map(SYNCHRONIZED, HASH, 4, busy())).title())
        .isEqualTo("Collections.synchronizedMap(HashMap)");
    assertThat(recorded(map("java.util.Hashtable", null, 4, busy())).title())
        .isEqualTo("Hashtable");
    assertThat(recorded(guardedBy("shop.Prices", LockDetail.MONITOR)).form())
        .isEqualTo(Form.MONITOR);
    assertThat(recorded(guardedBy(locks + "ReentrantLock", LockDetail.LOCK)).form())
        .isEqualTo(Form.REENTRANT_LOCK);
    assertThat(recorded(guardedBy(locks + "ReentrantReadWriteLock", LockDetail.LOCK)).form())
        .isEqualTo(Form.READ_WRITE_LOCK);
    assertThat(recorded(guardedBy(locks + "StampedLock", LockDetail.LOCK)).form())
        .isEqualTo(Form.STAMPED_LOCK);
    assertThat(recorded(map(HASH, null, 1, busy())).form()).isEqualTo(Form.PLAIN);
  }

  /** A look-up moves its entry, which readers that share the lock do at once. */
  @Test
  void recorded_accessOrderUnderAReadLock_isStoodInForAndSaysSo() {
    MapFacts facts =
        heldAround("java.util.concurrent.locks.ReentrantReadWriteLock", LockDetail.LOCK)
            .withNature(new Nature(null, true, false, false));
    Recorded recorded = recorded(map("java.util.LinkedHashMap", null, 4, busy()).withFacts(facts));

    assertThat(recorded.form()).isEqualTo(Form.REENTRANT_LOCK);
    assertThat(recorded.standIn()).contains("breaks under a lock that readers share");
  }

  @Test
  void recorded_unguardedAndShared_isStoodInForAndSaysSo() {
    Recorded recorded = recorded(map(HASH, null, 4, busy()));

    assertThat(recorded.form()).isEqualTo(Form.SYNCHRONIZED_MAP);
    assertThat(recorded.standIn()).contains("unguarded HashMap", "stands in");
  }

  @Test
  void recorded_classNobodyKnows_isNone() {
    assertThat(Recorded.of(map("shop.OwnMap", null, 4, busy()))).isNull();
  }

  @Test
  void candidates_adviceComesFirst_andNeverTheRecordedForm() {
    MapProfile map = map(SYNCHRONIZED, HASH, 4, busy());
    List<Finding> findings =
        List.of(
            finding("copy-on-write-candidate", "safe-copy", "java.util.Map.copyOf"),
            finding("lock-contended-map", "concurrent", "java.util.concurrent.ConcurrentHashMap"));

    List<Form> forms = Candidates.of(map, recorded(map), findings, 9);

    assertThat(forms)
        .startsWith(Form.COPY_ON_WRITE, Form.CONCURRENT_HASH_MAP)
        .doesNotContain(Form.SYNCHRONIZED_MAP, Form.PLAIN);
    assertThat(Candidates.of(map, recorded(map), findings, 2)).hasSize(2);
  }

  @Test
  void candidates_whereKeysAreWholeNumbers_haveOneWithoutBoxes() {
    MapProfile map = map(SYNCHRONIZED, HASH, 4, busy());

    assertThat(Candidates.of(withKeys(map, "java.lang.Integer"), recorded(map), List.of(), 9))
        .startsWith(Form.LONG_KEYS);
    for (String other : List.of("java.lang.String", "java.lang.Double", "java.util.UUID")) {
      assertThat(Candidates.of(withKeys(map, other), recorded(map), List.of(), 30))
          .as(other)
          .doesNotContain(Form.LONG_KEYS);
    }
    assertThat(Differences.of(map, recorded(map), Form.LONG_KEYS))
        .anyMatch(line -> line.startsWith("keys become longs: "));
  }

  private static MapProfile withKeys(MapProfile map, String keyClass) {
    return map.withFacts(MapFacts.none().withKeyClass(keyClass));
  }

  @Test
  void candidates_ofAMapThatGrows_areCachesBoundedBySizeAndByTime() {
    MapProfile map = map("java.util.concurrent.ConcurrentHashMap", null, 4, busy());
    List<Finding> findings =
        List.of(
            finding("unbounded-growth", "cache", "com.github.benmanes.caffeine.cache.Caffeine"));

    assertThat(Candidates.of(map, recorded(map), findings, 9))
        .startsWith(Form.CAFFEINE, Form.CAFFEINE_EXPIRING);
    assertThat(Differences.of(map, recorded(map), Form.CAFFEINE_EXPIRING))
        .anyMatch(line -> line.contains("some time after they were written"));
  }

  @Test
  void candidates_ofMapWhoseOrderIsUsed_keepTheOrder() {
    MapProfile map =
        map("java.util.TreeMap", null, 1, Map.of(Operation.ORDERED, 5L, Operation.GET_HIT, 5L));

    assertThat(Candidates.of(map, recorded(map), List.of(), 9))
        .contains(Form.SKIP_LIST)
        .allMatch(form -> form.has(Promise.SORTED) || form.keepsBase());
  }

  @Test
  void differences_nullsAndOrderRecorded_areToldWithTheFigures() {
    MapProfile map =
        map("java.util.LinkedHashMap", null, 4, busy())
            .withFacts(MapFacts.none().withNulls(new Nulls(3, 0)));

    List<String> lines = Differences.of(map, recorded(map), Form.CONCURRENT_HASH_MAP);

    assertThat(lines).anyMatch(line -> line.contains("3 null keys"));
    assertThat(lines).anyMatch(line -> line.contains("order of insertion"));
    assertThat(lines).anyMatch(line -> line.contains("1 traversal"));
  }

  @Test
  void differences_ofTheSameGuardedMap_areNone() {
    MapProfile map = guardedBy("shop.Prices", LockDetail.MONITOR);

    assertThat(Differences.of(map, recorded(map), Form.REENTRANT_LOCK)).isEmpty();
  }

  @Test
  void advised_kindsOfReplacement_areTheirForms() {
    assertThat(advised("present-key-compute", "look-up-first", null)).isEqualTo(Form.GET_FIRST);
    assertThat(
            advised("blocking-compute", "future-values", "java.util.concurrent.CompletableFuture"))
        .isEqualTo(Form.FUTURES);
    assertThat(advised("hot-bin", "per-key-object", "java.util.concurrent.atomic.LongAdder"))
        .isEqualTo(Form.ADDERS);
    assertThat(advised("lru-under-lock", "cache", "com.github.benmanes.caffeine.cache.Caffeine"))
        .isEqualTo(Form.CAFFEINE);
    assertThat(advised("costly-copy", "safe-copy", "a copy that is kept until the map changes"))
        .isEqualTo(Form.KEPT_SNAPSHOT);
    assertThat(advised("needless-concurrency", "plain", "java.util.HashMap"))
        .isEqualTo(Form.HASH_MAP);
    assertThat(
            advised(
                "unsafe-shared-map", "concurrent", "java.util.concurrent.ConcurrentSkipListMap"))
        .isEqualTo(Form.SKIP_LIST);
  }

  /** What no form of a map shows must not be told to be measured. */
  @Test
  void advised_whatNoFormShows_isNone() {
    assertThat(advised("costly-serialization", "cache", "the bytes, kept until the map changes"))
        .isNull();
    assertThat(advised("hot-bin", "per-key-object", "java.util.concurrent.atomic.AtomicReference"))
        .isNull();
    assertThat(advised("unsafe-list-values", "atomic-operation", "merge with immutable lists"))
        .isNull();
    assertThat(advised("resize-churn", "presize", "java.util.HashMap.newHashMap(9)")).isNull();
  }

  private static @Nullable Form advised(String rule, String kind, @Nullable String type) {
    return Candidates.advised(finding(rule, kind, type), map(SYNCHRONIZED, HASH, 1, busy()));
  }

  @Test
  void kept_copiedTwice_isTheSameUntilItChanges() {
    Subject subject = Form.KEPT_SNAPSHOT.make(Base.HASH, 4);
    subject.put(1L, 1L);

    Map<Long, ?> first = subject.copy();
    subject.get(1L);
    subject.remove(9L);

    assertThat(subject.copy()).isSameAs(first);
    subject.put(2L, 2L);
    assertThat(subject.copy()).isNotSameAs(first).hasSize(2);
    assertThat(first).hasSize(1);
  }
}
