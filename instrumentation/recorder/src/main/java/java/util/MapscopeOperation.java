package java.util;

/**
 * The vocabulary of counted operations, as array indices.
 *
 * <p>The same names in the same order as {@code io.mapscope.profile.Operation}; a test of the
 * runtime compares the two. The first eight and {@code SIZE} are hot and have fields of their own
 * in {@link MapscopeCell}; the others live in its lazily allocated array.
 */
public final class MapscopeOperation {
  public static final int GET_HIT = 0;
  public static final int GET_MISS = 1;
  public static final int PUT_NEW = 2;
  public static final int PUT_REPLACE = 3;
  public static final int REMOVE_HIT = 4;
  public static final int REMOVE_MISS = 5;
  public static final int COMPUTE_IF_ABSENT_PRESENT = 6;
  public static final int COMPUTE_IF_ABSENT_ABSENT = 7;
  public static final int COMPUTE = 8;
  public static final int MERGE = 9;
  public static final int REPLACE = 10;
  public static final int CLEAR = 11;
  public static final int PUT_ALL = 12;
  public static final int SIZE = 13;
  public static final int TRAVERSALS = 14;
  public static final int ORDERED = 15;

  /** Number of operations of the vocabulary. */
  public static final int COUNT = 16;

  /** Entries the map held when its traversals began: a sum beside the operations. */
  public static final int TRAVERSED_ENTRIES = 16;

  /** Maps born untracked: counted in the shared tallies only. */
  public static final int CREATED = 17;

  /** Accesses that met another thread's write in progress. */
  public static final int OVERLAPS = 18;

  /** Times the size counter was found contended. */
  public static final int COUNTER_COLLISIONS = 19;

  /** Compare-and-swaps lost to another thread. */
  public static final int CAS_FAILURES = 20;

  /** Times a thread joined a resize that another had begun. */
  public static final int RESIZE_HELPS = 21;

  /** Times a writer waited for the readers of a tree bin. */
  public static final int TREE_BIN_WAITS = 22;

  /**
   * Nodes made other than by a counted new put: by bulk and compute operations, copies, resizes.
   */
  public static final int NODES = 23;

  /**
   * Nodes of the map's other kind: tree nodes of hash maps (those that new entries became are taken
   * off {@link #NODES}), marks of removed nodes in skip lists.
   */
  public static final int OTHER_NODES = 24;

  /** Bytes of all tables the map has had. */
  public static final int TABLE_BYTES = 25;

  /** Tables replaced by longer ones. */
  public static final int RESIZES = 26;

  /** ConcurrentModificationExceptions thrown. */
  public static final int MODIFICATIONS = 27;

  /** Those of them where another thread had written last. */
  public static final int MODIFICATIONS_BY_OTHERS = 28;

  /** Copies of the map or of a view. */
  public static final int COPIES = 29;

  /** Entries the map held when its copies began. */
  public static final int COPIED_ENTRIES = 30;

  /** Time that copies took. */
  public static final int COPY_NANOS = 31;

  /** Copies whose allocation could be seen. */
  public static final int COPIES_MEASURED = 32;

  /** Bytes allocated by these. */
  public static final int COPY_BYTES = 33;

  /** Copies during which other threads wrote to the map. */
  public static final int TORN_COPIES = 34;

  /** Functions that computed on the map they were called for. */
  public static final int RECURSIONS = 35;

  /** Bins that became trees. */
  public static final int TREE_BINS = 36;

  /** Watched traversals that came to their end. */
  public static final int WATCHED_TRAVERSALS = 37;

  /** Those of them during which other threads wrote to the map. */
  public static final int TORN_TRAVERSALS = 38;

  /** Calls of {@code putIfAbsent} that met their key, counted as replacing puts too. */
  public static final int KEPT = 39;

  /** Length of a complete row of counters. */
  public static final int ROW = 40;

  private MapscopeOperation() {}
}
