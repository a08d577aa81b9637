package io.mapscope.prove.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.LongGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each form that promises atomic steps, under the interleavings of two threads that Lincheck (Koval
 * et al., CAV 2023) makes: its results must be those of some order of the same steps.
 *
 * <p>Left out are LongAdders, whose sum is of no one moment and whose put may lose an addition, as
 * their form says; Caffeine, which works on threads of its own and is asked as any map is; and two
 * of the three locks that one class of ours takes.
 */
final class LinearizabilityTest {

  private static final int SCENARIOS = 25;
  private static final int INTERLEAVINGS = 400;

  /** Locks and passes have so many steps that more of either would take minutes. */
  private static final int SCENARIOS_OF_ALL_KEYS = 10;

  private static final int INTERLEAVINGS_OF_ALL_KEYS = 150;

  private static final List<Form> NOT_HELD =
      List.of(
          Form.ADDERS,
          Form.CAFFEINE,
          Form.CAFFEINE_EXPIRING,
          Form.REENTRANT_LOCK,
          Form.STAMPED_LOCK);

  /** What is about one key; Lincheck calls it by lot. */
  @Param(name = "key", gen = LongGen.class, conf = "1:1")
  @Param(name = "value", gen = LongGen.class, conf = "1:3")
  public abstract static class OfOneKey {

    final Subject subject;

    OfOneKey(Form form) {
      subject = form.make(Base.HASH, 2);
    }

    @Operation
    public @Nullable Long get(@Param(name = "key") long key) {
      return subject.get(key);
    }

    @Operation
    public @Nullable Long put(@Param(name = "key") long key, @Param(name = "value") long value) {
      return subject.put(key, value);
    }

    @Operation
    public @Nullable Long remove(@Param(name = "key") long key) {
      return subject.remove(key);
    }

    @Operation
    public @Nullable Long computeIfAbsent(
        @Param(name = "key") long key, @Param(name = "value") long value) {
      return subject.computeIfAbsent(key, absent -> value);
    }

    @Operation
    public void merge(@Param(name = "key") long key, @Param(name = "value") long value) {
      subject.merge(key, value);
    }

    @Operation
    public @Nullable Long replace(
        @Param(name = "key") long key, @Param(name = "value") long value) {
      return subject.replace(key, value);
    }

    @Operation
    public void insert(@Param(name = "key") long key, @Param(name = "value") long value) {
      subject.insert(key, value);
    }

    @Operation
    public void update(@Param(name = "key") long key) {
      subject.update(key);
    }
  }

  /** What is about all keys besides, of which there is another one then. */
  public abstract static class OfAllKeys extends OfOneKey {

    OfAllKeys(Form form) {
      super(form);
    }

    @Operation
    public @Nullable Long putOther(@Param(name = "value") long value) {
      return subject.put(2L, value);
    }

    @Operation
    public int size() {
      return subject.size();
    }

    @Operation
    public long traverse() {
      return subject.traverse();
    }

    @Operation
    public String copy() {
      return new TreeMap<>(subject.copy()).toString();
    }
  }

  public static final class Monitor extends OfAllKeys {
    public Monitor() {
      super(Form.MONITOR);
    }
  }

  public static final class ReadWriteLocked extends OfAllKeys {
    public ReadWriteLocked() {
      super(Form.READ_WRITE_LOCK);
    }
  }

  public static final class CopyOnWrite extends OfAllKeys {
    public CopyOnWrite() {
      super(Form.COPY_ON_WRITE);
    }
  }

  public static final class Snapshots extends OfAllKeys {
    public Snapshots() {
      super(Form.SNAPSHOT);
    }
  }

  public static final class LibrarySnapshots extends OfAllKeys {
    public LibrarySnapshots() {
      super(Form.LIBRARY_SNAPSHOT);
    }
  }

  public static final class KeptSnapshots extends OfAllKeys {
    public KeptSnapshots() {
      super(Form.KEPT_SNAPSHOT);
    }
  }

  public static final class AtomicOperations extends OfOneKey {
    public AtomicOperations() {
      super(Form.ATOMIC_OPERATIONS);
    }
  }

  public static final class GetFirst extends OfOneKey {
    public GetFirst() {
      super(Form.GET_FIRST);
    }
  }

  public static final class ComputedOutside extends OfOneKey {
    public ComputedOutside() {
      super(Form.COMPUTE_OUTSIDE);
    }
  }

  public static final class OwnCounter extends OfOneKey {
    public OwnCounter() {
      super(Form.OWN_COUNTER);
    }
  }

  public static final class Futures extends OfOneKey {
    public Futures() {
      super(Form.FUTURES);
    }
  }

  public static final class Striped extends OfOneKey {
    public Striped() {
      super(Form.STRIPED);
    }
  }

  public static final class LongKeys extends OfOneKey {
    public LongKeys() {
      super(Form.LONG_KEYS);
    }
  }

  /** Looks and then puts, in two steps: what Lincheck is there to find. */
  public static final class TwoSteps extends OfOneKey {
    public TwoSteps() {
      super(Form.CONCURRENT_HASH_MAP);
    }
  }

  static List<Class<? extends OfOneKey>> held() {
    return List.of(
        Monitor.class,
        ReadWriteLocked.class,
        CopyOnWrite.class,
        Snapshots.class,
        LibrarySnapshots.class,
        KeptSnapshots.class,
        AtomicOperations.class,
        GetFirst.class,
        ComputedOutside.class,
        OwnCounter.class,
        Futures.class,
        Striped.class,
        LongKeys.class);
  }

  private static void check(Class<? extends OfOneKey> steps) {
    boolean allKeys = OfAllKeys.class.isAssignableFrom(steps);
    new ModelCheckingOptions()
        .iterations(allKeys ? SCENARIOS_OF_ALL_KEYS : SCENARIOS)
        .invocationsPerIteration(allKeys ? INTERLEAVINGS_OF_ALL_KEYS : INTERLEAVINGS)
        .threads(2)
        .actorsPerThread(2)
        .actorsBefore(2)
        .actorsAfter(2)
        .check(steps);
  }

  @ParameterizedTest
  @MethodSource("held")
  void form_anyInterleaving_givesTheResultsOfSomeOrder(Class<? extends OfOneKey> steps) {
    check(steps);
  }

  @Test
  void twoSteps_somethingInBetween_isFound() {
    assertThatThrownBy(() -> check(TwoSteps.class)).isInstanceOf(LincheckAssertionError.class);
  }

  @Test
  void held_areAllFormsThatPromiseAtomicSteps() {
    long atomic =
        Arrays.stream(Form.values())
            .filter(form -> form.has(Promise.ATOMIC) && !NOT_HELD.contains(form))
            .count();

    assertThat((long) held().size()).isEqualTo(atomic);
  }
}
