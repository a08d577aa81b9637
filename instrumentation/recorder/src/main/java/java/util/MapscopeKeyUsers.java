package java.util;

/**
 * Which keys of one map were used by more than one thread, by samples: {@value #PLACES} keys by
 * their hash, each with the thread that used it or the remark that several did. A key that needs
 * the place of another takes it.
 *
 * <p>A key of a class of the application is known by its identity, because its {@code hashCode} is
 * the application's code. Written plainly by any thread, a key in one store: what a race loses is
 * known to be shared a little later.
 */
final class MapscopeKeyUsers {
  private static final int PLACES = 256;
  private static final int THREAD_BITS = 24;
  private static final long SEVERAL = (1L << THREAD_BITS) - 1;

  private final long[] keys = new long[PLACES];

  MapscopeKeyUsers() {}

  /** The thread uses {@code key}; returns whether another one has, too. */
  boolean use(Object key, long thread) {
    long hash = MapscopeKeys.isSimple(key) ? MapscopeHotKeys.spread(key) : identity(key);
    int place = (int) (hash >>> 56) & (PLACES - 1);
    long now = keys[place];
    long user = thread % SEVERAL;
    if (now == 0 || (now ^ hash << THREAD_BITS) >>> THREAD_BITS != 0) {
      keys[place] = hash << THREAD_BITS | user;
      return false;
    }
    if ((now & SEVERAL) == user) {
      return false;
    }
    keys[place] = hash << THREAD_BITS | SEVERAL;
    return true;
  }

  private static long identity(Object key) {
    return System.identityHashCode(key) * 0x9e3779b97f4a7c15L;
  }
}
