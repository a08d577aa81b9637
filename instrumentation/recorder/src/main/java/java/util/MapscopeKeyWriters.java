package java.util;

/**
 * Whether keys of one map are written by more than one thread, by samples: {@value #PLACES} keys by
 * their hash, each with the thread that wrote it last. A key that needs the place of another takes
 * it. Of maps beyond the first {@value #MOST} it is not known.
 *
 * <p>A key of a class of the application is known by its identity, because its {@code hashCode} is
 * the application's code. Written plainly by any thread, a key in one store: what a race loses is
 * known to be shared a little later.
 */
final class MapscopeKeyWriters {
  private static final int PLACES = 512;
  private static final int MOST = 512;
  private static final int THREAD_BITS = 24;
  private static final long THREADS = 1L << THREAD_BITS;
  private static int made;

  private final long[] keys;
  private boolean shared;

  static void forget() {
    made = 0;
  }

  MapscopeKeyWriters() {
    keys = made < MOST ? new long[PLACES] : null;
    made++;
  }

  /** The thread has written {@code key}. */
  void wrote(Object key, long thread) {
    if (shared || keys == null || key == null) {
      return;
    }
    long hash = MapscopeKeys.isSimple(key) ? MapscopeHotKeys.spread(key) : identity(key);
    int place = (int) (hash >>> 32) & (PLACES - 1);
    long before = keys[place];
    long now = hash << THREAD_BITS | thread & (THREADS - 1);
    if (before == 0 || (before ^ now) >>> THREAD_BITS != 0) {
      keys[place] = now;
    } else if (before != now) {
      shared = true;
    }
  }

  /** Whether two threads were seen to write one key. */
  boolean areShared() {
    return shared;
  }

  private static long identity(Object key) {
    return System.identityHashCode(key) * 0x9e3779b97f4a7c15L;
  }
}
