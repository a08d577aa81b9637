package io.mapscope.dist.programs;

import java.lang.ref.Cleaner;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Maps that call back into {@link InnerMaps} from wherever the JDK calls an application: keys,
 * functions, class initialisers, finalizers, cleaners, reference queues.
 */
final class EntangledStage {
  private static final int KEYS = 200;
  private static final int RARELY = 64;
  private static final int ANSWERS = 3;
  private static final Cleaner CLEANER = Cleaner.create();

  final Map<EntangledKey, Integer> concurrent = new ConcurrentHashMap<>();
  final Map<EntangledKey, Integer> sorted = new ConcurrentSkipListMap<>();
  final Map<EntangledKey, Integer> table = new Hashtable<>();
  final Map<EntangledKey, Integer> wrapped = Collections.synchronizedMap(new LinkedHashMap<>());

  private final InnerMaps inner = new InnerMaps();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private final Set<Object> references = ConcurrentHashMap.newKeySet();
  private final Management management = new Management();
  private final AtomicLong steps = new AtomicLong();
  private final AtomicLong finalized = new AtomicLong();
  private final AtomicLong cleaned = new AtomicLong();
  private final AtomicLong dequeued = new AtomicLong();
  private volatile boolean ended;

  /** Steps taken by all threads so far. */
  long steps() {
    return steps.get();
  }

  /**
   * Whether each of those who are called by the collector, and the agent's bean, has had its say.
   */
  boolean hasMetAll() {
    return finalized.get() > 0
        && cleaned.get() > 0
        && dequeued.get() > 0
        && management.answers() >= ANSWERS;
  }

  /** One merge into each shared map, more on maps of the thread's own, rarely all the rest. */
  void step() {
    EntangledKey key = new EntangledKey(Oracle.random(KEYS), inner);
    concurrent.merge(key, 1, this::sum);
    sorted.merge(key, 1, this::sum);
    table.merge(key, 1, this::sum);
    wrapped.merge(key, 1, this::sum);
    alone(new HashMap<>(), key);
    alone(new TreeMap<>(), key);
    alone(new WeakHashMap<>(), key);
    if (steps.incrementAndGet() % RARELY == 0) {
      concurrent.computeIfPresent(key, (k, v) -> initialiseAClass(v));
      concurrent.computeIfPresent(key, (k, v) -> management.ask(v));
      leaveGarbage();
      inner.touch();
      if (concurrent.toString().isEmpty() || wrapped.toString().isEmpty()) {
        throw new IllegalStateException("no text");
      }
    }
  }

  private Integer sum(Integer one, Integer other) {
    inner.touch();
    return one + other;
  }

  private void alone(Map<EntangledKey, Integer> own, EntangledKey key) {
    own.put(key, 1);
    own.put(new EntangledKey(1, inner), 2);
    own.computeIfAbsent(new EntangledKey(2, inner), k -> sum(1, 2));
  }

  private Integer initialiseAClass(Integer value) {
    OneClassLoader.initialise(Initialised.class, copy -> inner.touch());
    return value;
  }

  private void leaveGarbage() {
    Object watched = new Finalized(this);
    CLEANER.register(watched, () -> touch(cleaned));
    references.add(new WeakReference<>(watched, collected));
  }

  /** Takes what was collected off the queue until the end. */
  void handleReferences() {
    try {
      while (!ended) {
        Object reference = collected.remove(100);
        if (reference != null) {
          references.remove(reference);
          touch(dequeued);
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void touch(AtomicLong calls) {
    inner.touch();
    calls.incrementAndGet();
  }

  /** Prints what was done. */
  void end() throws InterruptedException {
    ended = true;
    inner.close();
    System.out.println("outer " + steps.get());
  }

  /** What the collector hands to the finalizer's thread. */
  private static final class Finalized {
    private final EntangledStage stage;

    Finalized(EntangledStage stage) {
      this.stage = stage;
    }

    @Override
    @SuppressWarnings({"removal", "deprecation", "Finalize"})
    protected void finalize() {
      stage.touch(stage.finalized);
    }
  }

  /** Loaded anew each time, so that its initialiser runs each time. */
  static final class Initialised {
    static {
      OneClassLoader.hook(Initialised.class).accept(Initialised.class);
    }

    private Initialised() {}
  }
}
