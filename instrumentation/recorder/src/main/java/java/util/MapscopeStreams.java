package java.util;

import java.lang.ref.WeakReference;
import jdk.internal.misc.Unsafe;

/**
 * Streams over views that end in a collection, a map or an array: copies of the map.
 *
 * <p>Counted when the stream's source is a spliterator of a view and every element of the view
 * comes to its end: a stage that leaves some out or adds some (filter, flatMap, distinct, limit,
 * skip, takeWhile) makes it a selection, which is none. The map is found behind the spliterator;
 * those of ConcurrentHashMap and ConcurrentSkipListMap do not know theirs, so the thread's latest
 * few are remembered, weakly: a stream that is handed to another thread, or behind which a thread
 * makes {@value #LATEST} others before it ends, is not counted. Nor are {@code Stream.concat},
 * {@code Collectors.partitioningBy} and streams made with a supplier.
 */
public final class MapscopeStreams {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int LATEST = 4;
  private static final int PLACES = 64 * LATEST;
  private static final int MOST_STAGES = 64;

  /**
   * Flags of stages by which a stream's end sees other elements than its source has: NOT_SIZED,
   * IS_SHORT_CIRCUIT, and IS_SIZE_ADJUSTING from JDK 20 on (StreamOpFlag).
   */
  private static final int SELECTS = 2 << 6 | 1 << 24 | 1 << 26;

  private static final int HEAD = 0;
  private static final int SOURCE = 1;
  private static final int PREVIOUS = 2;
  private static final int FLAGS = 3;
  private static final int PARALLEL = 4;
  private static final String[] FIELDS = {
    "sourceStage", "sourceSpliterator", "previousStage", "sourceOrOpFlags", "parallel"
  };

  private static final Class<?> BY_ITERATOR = Spliterators.IteratorSpliterator.class;
  private static final long COLLECTION = UNSAFE.objectFieldOffset(BY_ITERATOR, "collection");
  private static final Made[] MADE = new Made[PLACES];

  /** Offsets of {@link #FIELDS}; null before the first stream. */
  private static volatile long[] offsets;

  private static int next;

  /** A spliterator that does not know its map. */
  private static final class Made extends WeakReference<Object> {
    final MapscopeTally tally;

    Made(Object spliterator, MapscopeTally tally) {
      super(spliterator);
      this.tally = tally;
    }
  }

  private MapscopeStreams() {}

  static void forget() {
    Arrays.fill(MADE, null);
  }

  /** {@code view} has made {@code spliterator}, which does not lead to its map. */
  public static void made(Object spliterator, Object view) {
    if (MapscopeGate.open && spliterator != null) {
      try {
        Object map = MapscopeOwners.of(view);
        MapscopeTally tally = map == null ? null : MapscopeTallies.ownOf(map);
        if (tally != null) {
          int place = place(MapscopeThreads.current(), next++);
          MADE[place] = new Made(spliterator, tally);
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  private static int place(long thread, int i) {
    return ((int) thread * LATEST & (PLACES - 1)) + (i & (LATEST - 1));
  }

  /** A terminal operation that collects begins on {@code pipeline}; never null. */
  public static MapscopeSpan begin(Object pipeline, String method) {
    if (MapscopeGate.open) {
      try {
        long[] at = offsets == null ? learn(pipeline) : offsets;
        Object head = UNSAFE.getReference(pipeline, at[HEAD]);
        Object map = head == null ? null : mapBehind(UNSAFE.getReference(head, at[SOURCE]));
        if (map != null && isWhole(pipeline, head, at)) {
          MapscopeSpan span = MapscopeCopies.begin(map, method);
          if (span != MapscopeSpan.NOTHING && UNSAFE.getBoolean(head, at[PARALLEL])) {
            span.allocated = -1; // other threads allocate too
          }
          return span;
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
    return MapscopeSpan.NOTHING;
  }

  /** The operation has made {@code result}: a sum or a text is no copy. */
  public static void collected(Object result, MapscopeSpan span) {
    if (span != MapscopeSpan.NOTHING && !isCopy(result, span)) {
      span.method = null;
    }
  }

  /** Of maps, those that hold as many entries or collections of them: {@code groupingBy}. */
  private static boolean isCopy(Object result, MapscopeSpan span) {
    if (result instanceof Map) {
      MapscopeContents contents = MapscopeContents.of(result, 0);
      return 2 * MapscopeSizes.entries(result) >= span.entries
          || contents != null && contents.mutableValues > 0;
    }
    return result instanceof Collection;
  }

  private static Object mapBehind(Object spliterator) {
    if (spliterator == null || isOfArray(spliterator)) {
      return null;
    }
    Object source = spliterator;
    if (BY_ITERATOR.isInstance(spliterator)) {
      source = UNSAFE.getReference(spliterator, COLLECTION);
    }
    Object map = source == null ? null : MapscopeOwners.of(source);
    return map == null ? remembered(spliterator) : map;
  }

  /** What most streams have for a source is told by its class, without a look behind it. */
  private static boolean isOfArray(Object spliterator) {
    return spliterator instanceof ArrayList.ArrayListSpliterator
        || spliterator instanceof Spliterators.ArraySpliterator;
  }

  private static Object remembered(Object spliterator) {
    long thread = MapscopeThreads.current();
    for (int i = 0; i < LATEST; i++) {
      Made made = MADE[place(thread, i)];
      if (made != null && made.refersTo(spliterator)) {
        return made.tally.get();
      }
    }
    return null;
  }

  private static boolean isWhole(Object pipeline, Object head, long[] at) {
    Object stage = pipeline;
    for (int n = 0; stage != head; n++) {
      if (stage == null || n == MOST_STAGES || (UNSAFE.getInt(stage, at[FLAGS]) & SELECTS) != 0) {
        return false;
      }
      stage = UNSAFE.getReference(stage, at[PREVIOUS]);
    }
    return true;
  }

  private static long[] learn(Object pipeline) {
    Class<?> type = pipeline.getClass();
    while (!type.getName().equals("java.util.stream.AbstractPipeline")) {
      type = type.getSuperclass();
    }
    long[] found = new long[FIELDS.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = UNSAFE.objectFieldOffset(type, FIELDS[i]);
    }
    offsets = found;
    return found;
  }
}
