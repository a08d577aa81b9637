package io.mapscope.prove.form;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;
import org.jctools.maps.NonBlockingHashMap;

/**
 * Every form that a map can take in a replay; the closed vocabulary of candidates. A form is made
 * anew, and empty, by {@link #make}; what it promises is data, from which the differences to what
 * was recorded are told.
 */
public enum Form {
  PLAIN("%s", (base, entries) -> new MapSubject(base.get()), Promise.ONE_THREAD),
  HASH_MAP(
      "HashMap",
      (base, entries) -> new MapSubject(Base.HASH.make()),
      Promise.ONE_THREAD,
      Promise.NO_ORDER),
  SYNCHRONIZED_MAP(
      "Collections.synchronizedMap(%s)",
      (base, entries) -> new SelfLockedSubject(Collections.synchronizedMap(base.get()))),
  SELF_LOCKED("%s", (base, entries) -> new SelfLockedSubject(base.get())),
  MONITOR("%s under a monitor", (base, entries) -> new MonitorSubject(base.get()), Promise.ATOMIC),
  REENTRANT_LOCK(
      "%s under a ReentrantLock",
      (base, entries) -> new LockedSubject(base.get(), new ReentrantLock()), Promise.ATOMIC),
  READ_WRITE_LOCK(
      "%s under a ReentrantReadWriteLock",
      (base, entries) -> new LockedSubject(base.get(), new ReentrantReadWriteLock()),
      Promise.ATOMIC),
  STAMPED_LOCK(
      "%s under a StampedLock",
      (base, entries) -> new LockedSubject(base.get(), new StampedLock().asReadWriteLock()),
      Promise.ATOMIC),
  CONCURRENT_HASH_MAP(
      "ConcurrentHashMap",
      (base, entries) -> new MapSubject(new ConcurrentHashMap<>()),
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.WEAK),
  ATOMIC_OPERATIONS(
      "ConcurrentHashMap, atomic operations",
      (base, entries) -> new AtomicSubject(new ConcurrentHashMap<>()),
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.WEAK,
      Promise.ATOMIC),
  ADDERS(
      "ConcurrentHashMap of LongAdders",
      (base, entries) -> new AdderSubject(),
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.WEAK,
      Promise.ATOMIC,
      Promise.COUNTERS),
  GET_FIRST(
      "ConcurrentHashMap, get first",
      (base, entries) -> new GetFirstSubject(new ConcurrentHashMap<>()),
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.WEAK,
      Promise.ATOMIC),
  COMPUTE_OUTSIDE(
      "ConcurrentHashMap, computed outside",
      (base, entries) -> new ComputeOutsideSubject(new ConcurrentHashMap<>()),
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.WEAK,
      Promise.ATOMIC,
      Promise.COMPUTES_TWICE),
  OWN_COUNTER(
      "ConcurrentHashMap and its own counter",
      (base, entries) -> new OwnCounterSubject(new ConcurrentHashMap<>()),
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.WEAK,
      Promise.ATOMIC),
  SKIP_LIST(
      "ConcurrentSkipListMap",
      (base, entries) -> new MapSubject(new ConcurrentSkipListMap<>()),
      Promise.NO_NULLS,
      Promise.SORTED,
      Promise.WEAK),
  COPY_ON_WRITE(
      "immutable map in a volatile field, copied on write",
      (base, entries) -> new CopyOnWriteSubject(),
      Promise.NO_ORDER,
      Promise.ATOMIC),
  SNAPSHOT(
      "persistent map in an atomic reference",
      (base, entries) -> new SnapshotSubject(PersistentMap.empty()),
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.ATOMIC,
      Promise.COMPUTES_TWICE),
  LIBRARY_SNAPSHOT(
      "PCollections' persistent map in an atomic reference",
      (base, entries) -> new SnapshotSubject(LibraryMap.empty()),
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.ATOMIC,
      Promise.COMPUTES_TWICE),
  KEPT_SNAPSHOT(
      "%s under a monitor, its copy kept until it changes",
      (base, entries) -> new KeptSnapshotSubject(base.get()), Promise.ATOMIC),
  FUTURES(
      "ConcurrentHashMap of futures",
      (base, entries) -> new FutureSubject(),
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.WEAK,
      Promise.ATOMIC),
  STRIPED(
      "64 HashMaps, a monitor each",
      (base, entries) -> new StripedSubject(),
      Promise.NO_ORDER,
      Promise.WEAK,
      Promise.ATOMIC),
  NON_BLOCKING(
      "NonBlockingHashMap (JCTools)",
      (base, entries) -> new MapSubject(new NonBlockingHashMap<>()),
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.WEAK),
  LONG_KEYS(
      "NonBlockingHashMapLong (JCTools), keys as longs",
      (base, entries) -> new LongKeySubject(),
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.WEAK,
      Promise.ATOMIC,
      Promise.COMPUTES_TWICE,
      Promise.NUMBERS),
  CAFFEINE(
      "Caffeine, bounded by size",
      (base, entries) -> cache(bounded(room(entries))),
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.WEAK,
      Promise.ATOMIC,
      Promise.EVICTS),
  CAFFEINE_EXPIRING(
      "Caffeine, bounded by size and time",
      (base, entries) -> cache(expiring(room(entries))),
      Promise.NO_NULLS,
      Promise.NO_ORDER,
      Promise.WEAK,
      Promise.ATOMIC,
      Promise.EVICTS,
      Promise.EXPIRES);

  /** A bounded form has room for so many times the entries, so that it does not evict. */
  private static final long ROOM = 4;

  private static final long LEAST_ROOM = 10_000;

  /** Longer than any replay, in which so nothing expires; that time is kept costs the same. */
  private static final Duration LIFE = Duration.ofHours(1);

  /** Makes a form with the base inside, if it has one, and room for the entries. */
  private interface Maker {
    Subject make(Supplier<Map<Long, Long>> base, long entries);
  }

  private final String title;
  private final Maker maker;
  private final Set<Promise> promises;

  Form(String title, Maker maker, Promise... promises) {
    this.title = title;
    this.maker = maker;
    this.promises = Set.of(promises);
  }

  /** What it is called when {@code base} is the map inside. */
  public String title(Base base) {
    return String.format(Locale.ROOT, title, base.title());
  }

  /** Whether it promises, or denies, this. */
  public boolean has(Promise promise) {
    return promises.contains(promise);
  }

  /** Whether one thread at a time uses the plain map inside, by a lock around it. */
  public boolean excludes() {
    return this == SYNCHRONIZED_MAP || this == MONITOR || this == REENTRANT_LOCK;
  }

  /** Whether the plain map inside is the recorded one, and with it what that one promises. */
  public boolean keepsBase() {
    return title.contains("%s");
  }

  /** A new one that is empty and has room for {@code entries} where room is limited. */
  public Subject make(Base base, long entries) {
    return maker.make(base::make, entries);
  }

  /** The same where each operation on a key of the base takes some {@code work} more. */
  public Subject makeBusy(Base base, long entries, Runnable work) {
    return maker.make(() -> new BusyMap(base.make(), work), entries);
  }

  /**
   * The same with no room for more than {@code entries}, where the form throws out what is more.
   */
  public Subject makeFull(Base base, long entries) {
    if (!has(Promise.EVICTS)) {
      return make(base, entries);
    }
    Caffeine<Object, Object> settings = has(Promise.EXPIRES) ? expiring(entries) : bounded(entries);
    return new EvictingSubject(settings.<Long, Long>build().asMap());
  }

  private static long room(long entries) {
    return Math.max(ROOM * entries, LEAST_ROOM);
  }

  private static Caffeine<Object, Object> bounded(long size) {
    return Caffeine.newBuilder().maximumSize(size);
  }

  private static Caffeine<Object, Object> expiring(long size) {
    return bounded(size).expireAfterWrite(LIFE);
  }

  private static Subject cache(Caffeine<Object, Object> settings) {
    return new AtomicSubject(settings.<Long, Long>build().asMap());
  }
}
