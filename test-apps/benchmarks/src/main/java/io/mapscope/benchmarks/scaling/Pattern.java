package io.mapscope.benchmarks.scaling;

/**
 * The cache lines that one operation on one map touches, which all cores use at once: the
 * recorder's, by its source ({@code MapscopeProbe}, {@code MapscopeCounts}, {@code
 * MapscopeNesting.beginTracked}), without those of the map itself.
 *
 * <p>Core 0 is the thread that came last to the map for the first time: {@code latest} is its cell.
 */
enum Pattern {
  /** The way of comparison: all cores count on one word. */
  ONE_SHARED_COUNTER("one shared counter, for comparison") {
    @Override
    void operation(Caches caches, int core) {
      caches.write(core, COUNTER);
    }
  },
  /** An operation on a key of a map of the JDK. */
  CELLS("a map of the JDK") {
    @Override
    void operation(Caches caches, int core) {
      findLatestFirst(caches, core);
      caches.write(core, counters(core));
    }
  },
  /**
   * An operation on a cache or map of a library, which takes its cell while it lasts, if it looked
   * at the latest cell first, as it did once.
   */
  TAKEN_CELLS("a library's map, latest cell first") {
    @Override
    void operation(Caches caches, int core) {
      findLatestFirst(caches, core);
      caches.write(core, owner(core));
      caches.write(core, counters(core));
      caches.write(core, owner(core));
    }
  },
  /** The same as it is: the thread's own place in the table before the latest cell. */
  TAKEN_CELLS_TABLE_FIRST("a library's map") {
    @Override
    void operation(Caches caches, int core) {
      caches.read(core, GATE);
      caches.read(core, PROBE);
      caches.read(core, TABLE);
      caches.read(core, owner(core));
      caches.write(core, owner(core));
      caches.write(core, counters(core));
      caches.write(core, owner(core));
    }
  };

  private static final int GATE = 0;
  private static final int PROBE = 1;
  private static final int TABLE = 2;
  private static final int COUNTER = 3;
  private static final int SHARED_LINES = 4;
  private static final int LATEST = 0;

  private final String title;

  Pattern(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  abstract void operation(Caches caches, int core);

  static int lines(int cores) {
    return SHARED_LINES + 2 * cores;
  }

  private static int owner(int core) {
    return SHARED_LINES + 2 * core;
  }

  private static int counters(int core) {
    return SHARED_LINES + 2 * core + 1;
  }

  private static void findLatestFirst(Caches caches, int core) {
    caches.read(core, GATE);
    caches.read(core, PROBE);
    caches.read(core, owner(LATEST));
    if (core != LATEST) {
      caches.read(core, TABLE);
      caches.read(core, owner(core));
    }
  }
}
