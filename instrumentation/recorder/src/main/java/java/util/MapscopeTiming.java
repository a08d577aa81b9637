package java.util;

import jdk.internal.misc.Unsafe;
import jdk.internal.vm.annotation.DontInline;
import jdk.internal.vm.annotation.ForceInline;

/**
 * How long operations take, by samples: outside the windows that the agent opens at random moments
 * an operation pays one predicted branch at its start and one at its end.
 *
 * <p>A window ends by itself after a number of operations, so its cost is bounded whatever the
 * traffic. What is sampled are operations that begin within a window and return: figures are per
 * operation begun, not per unit of time, so a thread that is held up for long counts once however
 * many operations it could not begin (coordinated omission), and waits for a monitor that the
 * caller takes, or that a synchronized method takes before its body, are not in it. An operation
 * that throws is not sampled, nor one that is a part of another.
 *
 * <p>The agent opens windows from its first tick on, while code is still being compiled, so that no
 * compiler takes the sampling branch for one that is never taken.
 */
public final class MapscopeTiming {
  public static final int WRITE = 0;
  public static final int COMPUTE = 1;
  public static final int FUNCTION = 2;

  /** Number of kinds. */
  public static final int KINDS = 3;

  /** One duration, on its way to the collector; immutable, hence safely published by a race. */
  public static final class Sample {
    public final MapscopeTally tally;
    public final int kind;
    public final long nanos;

    Sample(MapscopeTally tally, int kind, long nanos) {
      this.tally = tally;
      this.kind = kind;
      this.nanos = nanos;
    }
  }

  /** Whether operations are timed; plain, as the gate. */
  static boolean armed;

  /** The same for functions, which have a budget of their own: writes may be far more frequent. */
  static boolean armedFunctions;

  /** From this on an operation is a fact by itself: its thread has waited, as a rule. */
  private static final long SLOW_NANOS = 1_000_000;

  private static final int PLACES = 1024;
  private static final int TRIES = 8;
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long FIRST = UNSAFE.objectFieldOffset(Cursor.class, "next");
  private static final Object[] SAMPLES = new Object[PLACES];
  private static final Cursor CURSOR = new Cursor();

  /** Operations that may still be timed in this window; plain: two may spend the same one. */
  private static int left;

  private static int functionsLeft;

  /** Where the next sample goes, modulo {@link #PLACES}. */
  private static final class Cursor {
    volatile int next;
  }

  private MapscopeTiming() {}

  /** Opens a window for so many operations and functions; by the agent's tick. */
  public static void open(int operations, int functions) {
    left = operations;
    functionsLeft = functions;
    armed = operations > 0;
    armedFunctions = functions > 0;
  }

  /** An operation begins; 0 outside of a window. */
  @ForceInline
  public static long start() {
    return armed ? System.nanoTime() | 1 : 0;
  }

  /** A function of the application is about to be called; 0 outside of a window. */
  @ForceInline
  static long startFunction() {
    return armedFunctions ? System.nanoTime() | 1 : 0;
  }

  /** A write that began at {@code start} returns. */
  @ForceInline
  public static void wrote(long start, Object self) {
    if (start != 0) {
      ended(start, self, WRITE);
    }
  }

  /** A compute that began at {@code start} returns. */
  @ForceInline
  public static void computed(long start, Object self) {
    if (start != 0) {
      ended(start, self, COMPUTE);
    }
  }

  /** What began at {@code start} is over. */
  @DontInline
  static void ended(long start, Object self, int kind) {
    long nanos = System.nanoTime() - start;
    try {
      spend(kind);
      Object map = MapscopeOwners.of(self);
      MapscopeProbe probe = map == null ? null : MapscopeSlots.probe(map);
      if (probe != null && probe.own && (kind == FUNCTION || !isPart(map))) {
        keep(new Sample(probe.tally, kind, Math.max(0, nanos)));
        // A function ends while the map may be locked, and is a part of its operation.
        if (nanos >= SLOW_NANOS && kind != FUNCTION && MapscopeFacts.wants(MapscopeFact.LATENCY)) {
          MapscopeFacts.offer(MapscopeFact.LATENCY, probe.tally, nanos, 0, 0, 0, null, false);
        }
      }
    } catch (Throwable problem) {
      if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
        throw problem;
      }
      MapscopeErrors.suppressed++;
      MapscopeErrors.latest = problem;
    }
  }

  private static void spend(int kind) {
    if (kind == FUNCTION) {
      if (--functionsLeft <= 0) {
        armedFunctions = false;
      }
    } else if (--left <= 0) {
      armed = false;
    }
  }

  /** Whether the current thread is inside an operation that is built from others. */
  private static boolean isPart(Object map) {
    return MapscopeAdoption.cellEvenIfTaken(map).owner < 0;
  }

  private static void keep(Sample sample) {
    for (int i = 0; i < TRIES; i++) {
      int place = UNSAFE.getAndAddInt(CURSOR, FIRST, 1) & (PLACES - 1);
      if (UNSAFE.compareAndSetReference(SAMPLES, offset(place), null, sample)) {
        return;
      }
    }
    MapscopeErrors.unkept++;
  }

  /** Moves all samples into {@code into} and returns how many; for the collector alone. */
  public static int drain(Sample[] into) {
    int n = 0;
    for (int place = 0; place < PLACES && n < into.length; place++) {
      if (SAMPLES[place] != null) {
        into[n++] = (Sample) UNSAFE.getAndSetReference(SAMPLES, offset(place), null);
      }
    }
    return n;
  }

  /** Closes the window and drops what nobody has taken. */
  static void forget() {
    open(0, 0);
    Arrays.fill(SAMPLES, null);
  }

  private static long offset(int place) {
    return UNSAFE.arrayIndexScale(Object[].class) * (long) place + MapscopeLayout.arrayBaseBytes;
  }
}
