package java.util;

/**
 * What the agent tells the recorder before weaving, and the budget it refills while running.
 *
 * <p>Written by the agent; read by the application's threads on slow paths only, plainly.
 */
public final class MapscopeSettings {
  /** Loader of the agent's classes: maps made by them are not the application's. */
  public static ClassLoader agentLoader;

  /** Globs of class names whose maps are tracked; empty: all application code. */
  public static String[] include = {};

  /** Globs of class names whose maps are not tracked. */
  public static String[] exclude = {};

  /** Prefixes of libraries whose maps are recorded: the maps inside those are not the user's. */
  public static String[] libraries = {};

  /** Sites beyond this number share the overflow site. */
  public static int maxSites = 10_000;

  /**
   * Stack walks left until the agent's next tick. Decremented without synchronization: two threads
   * may spend the same one, so a tick can cost a few walks more, never unboundedly many.
   */
  public static int walks;

  /**
   * Stack walks taken so far, and what they took. Added to without synchronization by the
   * application's threads; read by the agent's tick, for which a lost one is none.
   */
  public static int walked;

  public static long walkedNanos;

  /**
   * Over-budget maps that may still be given a site, having been met in use, before the next tick.
   */
  public static int promotions;

  /** Maps tracked at one time beyond which newborn ones stay untracked; bounds memory. */
  public static int maxTrackedMaps = 50_000;

  /** Maps tracked now; written by the collector. */
  public static int trackedMaps;

  /**
   * Heap that the accounts of maps and threads may take. Beyond it newborn maps stay untracked, and
   * a thread that is new to a tracked map counts in the account of the map's site; beyond twice of
   * it, where the site has none yet, in that of all maps without a site.
   */
  public static long maxBytes = Long.MAX_VALUE;

  /**
   * Heap that these accounts take, estimated. Set by the collector about every second; added to
   * without synchronization by the application's threads in between, so it may fall behind.
   */
  public static long usedBytes;

  /** Whether a thread has counted with all maps of a site, for want of room; set by any thread. */
  public static boolean crowded;

  /** Account, probe and table of a map, without cells (docs/overhead.md, Memory). */
  public static final int MAP_BYTES = 250;

  /** A cell, and its places in the table. */
  public static final int CELL_BYTES = 300;

  /** Ids of the agent's own threads; replaced, never written in place. */
  public static long[] agentThreads = {};

  private static final long MOST_WALK_NANOS = 100_000;

  /** One place in so many is kept for maps that are met in use. */
  private static final int PROMOTED_PART = 10;

  /** Libraries whose own maps are made by factories and constructors that are not the owner. */
  private static final String[] MAP_LIBRARIES = {
    "com.github.benmanes.caffeine.cache.",
    "com.google.common.cache.",
    "org.jctools.maps.",
    "org.eclipse.collections.impl.",
  };

  private MapscopeSettings() {}

  /** Whether a class belongs to a library whose maps are recorded as the user's. */
  public static boolean isMapLibrary(String className) {
    for (String library : MAP_LIBRARIES) {
      if (className.startsWith(library)) {
        return true;
      }
    }
    return false;
  }

  static void forget() {
    agentLoader = null;
    include = new String[0];
    exclude = new String[0];
    libraries = new String[0];
    walks = 0;
    walked = 0;
    walkedNanos = 0;
    promotions = 0;
    trackedMaps = 0;
    usedBytes = 0;
    crowded = false;
    agentThreads = new long[0];
  }

  static boolean isAgentThread(long id) {
    for (long agent : agentThreads) {
      if (agent == id) {
        return true;
      }
    }
    return false;
  }

  static boolean spendWalk() {
    int left = walks;
    if (left <= 0 || trackedMaps >= maxTrackedMaps || isFull()) {
      return false;
    }
    walks = left - 1;
    return true;
  }

  /** A walk has taken so long; what the scheduler may have added beyond the limit is not its. */
  static void walkTook(long nanos) {
    walked++;
    walkedNanos += Math.min(nanos, MOST_WALK_NANOS);
  }

  /** Whether the accounts take what they may. */
  static boolean isFull() {
    return usedBytes >= maxBytes;
  }

  /** Whether they take so much more that sites get no accounts for more threads either. */
  static boolean isOverfull() {
    return usedBytes / 2 >= maxBytes;
  }

  /**
   * Maps that are met in use have some places of their own: idle ones must not hide them for ever.
   */
  static boolean spendPromotion() {
    int left = promotions;
    if (left <= 0
        || trackedMaps - trackedMaps / PROMOTED_PART >= maxTrackedMaps
        || usedBytes - usedBytes / PROMOTED_PART >= maxBytes) {
      return false;
    }
    promotions = left - 1;
    return true;
  }

  /** Whether maps allocated by {@code className} are tracked; JDK classes only when named. */
  static boolean tracks(String className, boolean jdk) {
    if (include.length == 0 ? jdk : !matchesAny(include, className)) {
      return false;
    }
    return !matchesAny(exclude, className);
  }

  private static boolean matchesAny(String[] globs, String name) {
    for (String glob : globs) {
      if (matches(glob, 0, name, 0)) {
        return true;
      }
    }
    return false;
  }

  /** Glob match where {@code *} stands for any run of characters. */
  private static boolean matches(String glob, int g, String name, int n) {
    while (g < glob.length() && glob.charAt(g) != '*') {
      if (n >= name.length() || glob.charAt(g) != name.charAt(n)) {
        return false;
      }
      g++;
      n++;
    }
    if (g == glob.length()) {
      return n == name.length();
    }
    for (int end = name.length(); end >= n; end--) {
      if (matches(glob, g + 1, name, end)) {
        return true;
      }
    }
    return false;
  }
}
