package java.util;

import java.lang.ref.WeakReference;
import jdk.internal.misc.Unsafe;

/**
 * The account of one tracked map, or of all maps that share a reason for not being tracked: its
 * cells, and the counts of threads that have ended. It outlives the map by one collection, so that
 * nothing counted is lost, and never keeps the map alive.
 *
 * <p>Table and folded counts change under the monitor of the tally, which is held for a few
 * instructions, never across a call to foreign code.
 */
public final class MapscopeTally extends WeakReference<Object> {
  /** Newborn tallies, a stack linked by {@link #next}, taken whole by the collector. */
  private static MapscopeTally newborn;

  private static final Object NEWBORN_LOCK = new Object();

  /** How far a table may grow to give each thread the place where the fast path looks. */
  private static final int MAX_PLACES_PER_CELL = 16;

  /** So many cells may wait for their threads' end to be noticed. */
  private static final int LEAST_TO_FOLD = 4;

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  static final MapscopeCell[] EMPTY = {MapscopeCell.NOBODY};

  /** Allocation site of the map; null in a shared tally. */
  public final MapscopeSite site;

  /** Why the maps of a shared tally are not tracked, or null. */
  public final String sharedReason;

  /** How the map lies in memory, see {@link MapscopeLayout}; {@code OTHER} in a shared tally. */
  public final int layout;

  /** Class of the map, or of the set or wrapper around it that the user wrote. */
  public volatile String mapClass;

  /** Class of the map inside a wrapper, or null. */
  public volatile String wraps;

  /** What the synchronized wrapper around the map locks, or null. */
  public volatile WeakReference<Object> mutex;

  /** Number of the window in which a traversal was last watched; plain, by any thread. */
  int traversalWindow;

  /** Whether threads read a key here and then write it; set once, by any of them. */
  volatile boolean compound;

  /** Who writes which key of a map with {@link #compound}; null before. */
  MapscopeKeyWriters keyWriters;

  /** Recursions told so far; written plainly by any thread, so it may be one too few. */
  int recursionsTold;

  /** Keys of sampled operations; null until the first. */
  public MapscopeHotKeys hotKeys;

  /** The collector's link in its list of live tallies. */
  public MapscopeTally next;

  /**
   * Replaced, or a free place in it filled, under the monitor; read without it by threads that look
   * for their own cell, which they see because they put it there.
   */
  private volatile MapscopeCell[] table = EMPTY;

  private int cellCount;

  /** Number of cells at which those of ended threads are looked for. */
  private int foldAt = LEAST_TO_FOLD;

  /**
   * Whether a cell is being made. What other agents have woven into the few methods of the JDK that
   * this needs may use the very map: such an operation belongs to nobody.
   */
  private boolean inserting;

  /** Whether the agent that it was made for is gone. */
  boolean retired;

  /** Counts of ended threads and of what is too rare for cells; null until there are any. */
  private long[] folded;

  /** Threads that have got a cell so far, the ended ones included. */
  private int threads;

  /** Whether a thread has used the map that counts elsewhere; see {@link MapscopeSite#crowd}. */
  boolean crowded;

  /** Whether a virtual thread has used the map; how many did is not known. */
  private boolean usedByVirtual;

  private long bornNodes;
  private long tableBytes;
  private int resizes;
  private int tableLength;
  private int foldedReaders;
  private int foldedWriters;
  private long mostWritesDuringCopy;
  private long mostWritesDuringTraversal;

  /** Durations of copies; null before the first. */
  private MapscopeBuckets copyNanos;

  /** Accounts of serializations by format, linked; null before the first. */
  private MapscopeFormat formats;

  MapscopeTally(Object map, MapscopeSite site, String mapClass) {
    super(map);
    this.site = site;
    this.mapClass = mapClass;
    this.sharedReason = null;
    this.layout = MapscopeLayout.of(map);
    MapscopeSettings.usedBytes += MapscopeSettings.MAP_BYTES;
  }

  /** A tally that many maps share; {@code reason} is shown to the user. */
  MapscopeTally(String reason) {
    super(null);
    this.site = null;
    this.sharedReason = reason;
    this.layout = MapscopeLayout.OTHER;
  }

  /** The tally of threads on maps of {@code site} that have none of their own. */
  MapscopeTally(MapscopeSite site) {
    super(null);
    this.site = site;
    this.sharedReason = "crowd";
    this.layout = MapscopeLayout.OTHER;
  }

  boolean shared() {
    return sharedReason != null;
  }

  /** Whether no thread has a cell yet; without the lock, so it may be late. */
  boolean isNew() {
    return cellCount == 0;
  }

  /** Heap that it takes, estimated; without the lock, so a cell more or less. */
  public long bytes() {
    return MapscopeSettings.MAP_BYTES + (long) cellCount * MapscopeSettings.CELL_BYTES;
  }

  void announce() {
    synchronized (NEWBORN_LOCK) {
      next = newborn;
      newborn = this;
    }
  }

  /** All tallies born since the last call, linked by {@link #next}; null when there are none. */
  public static MapscopeTally takeNewborn() {
    synchronized (NEWBORN_LOCK) {
      MapscopeTally all = newborn;
      newborn = null;
      return all;
    }
  }

  /** Drops births that nobody has taken. */
  static void forget() {
    for (MapscopeTally born = takeNewborn(); born != null; born = born.next) {
      Object map = born.get();
      if (map != null) {
        MapscopeSlots.clear(map);
      }
      born.retire();
    }
  }

  /**
   * Takes the cells from their threads, so that nobody counts here any more: threads find no cell
   * of theirs and come to the slow path, which gives the map a new account.
   */
  public synchronized void retire() {
    for (MapscopeCell cell : table) {
      if (cell != MapscopeCell.NOBODY) {
        cell.owner = 0;
      }
    }
    table = EMPTY;
    cellCount = 0;
    folded = null;
    retired = true;
  }

  MapscopeCell[] table() {
    return table;
  }

  /**
   * The cell of the carrier {@code id}, free, taken or watched, or null; linear probing past
   * collisions. Without the lock by the carrier itself, which sees its cell because it put it
   * there.
   */
  MapscopeCell existingCell(long id) {
    MapscopeCell[] cells = table;
    int mask = cells.length - 1;
    for (int i = (int) id & mask, n = 0; n <= mask; i = (i + 1) & mask, n++) {
      MapscopeCell cell = cells[i];
      if (cell == MapscopeCell.NOBODY) {
        return null;
      }
      if (cell.isOf(id)) {
        return cell;
      }
    }
    return null;
  }

  /** The cell of {@code thread}, made at its first operation. */
  synchronized MapscopeCell cellOf(Thread thread, long id) {
    MapscopeCell present = existingCell(id);
    if (present != null) {
      return present;
    }
    if (inserting) {
      return MapscopeAdoption.SINK;
    }
    inserting = true;
    try {
      MapscopeCell cell = new MapscopeCell(id, MapscopeThreads.weakly(thread, id));
      usedByVirtual |= thread != Thread.currentThread();
      insert(cell);
      return cell;
    } finally {
      inserting = false;
    }
  }

  /**
   * Into the thread's own place if that is free, or into the next one when the table is as long as
   * it may be; else the table is laid out anew.
   */
  private void insert(MapscopeCell cell) {
    if (cellCount >= foldAt) {
      foldEnded();
    }
    cellCount++;
    threads++;
    MapscopeSettings.usedBytes += MapscopeSettings.CELL_BYTES;
    MapscopeCell[] cells = table;
    boolean fits =
        cells[home(cell, cells.length)] == MapscopeCell.NOBODY || !mayGrow(cells.length, cellCount);
    if (cells.length >= 2 * cellCount && fits) {
      UNSAFE.storeStoreFence(); // who meets the cell by a race sees its owner
      place(cells, cell);
    } else {
      MapscopeCell[] all = Arrays.copyOf(cells, cells.length + 1);
      all[cells.length] = cell;
      table = spread(all, cellCount);
    }
  }

  /**
   * The {@code count} cells among {@code cells} in a table, so long that each is where the fast
   * path looks, or that it is not worth the memory.
   */
  private static MapscopeCell[] spread(MapscopeCell[] cells, int count) {
    int length = 1;
    while (count > 1 && length < 2 * count) {
      length <<= 1;
    }
    MapscopeCell[] table = placed(cells, length);
    while (isDisplacedIn(table) && mayGrow(length, count)) {
      length <<= 1;
      table = placed(cells, length);
    }
    return table;
  }

  private static boolean mayGrow(int length, int count) {
    return length < MAX_PLACES_PER_CELL * count;
  }

  /** Whether a thread would not find its cell at the one place where the fast path looks. */
  private static boolean isDisplacedIn(MapscopeCell[] cells) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] != MapscopeCell.NOBODY && home(cells[i], cells.length) != i) {
        return true;
      }
    }
    return false;
  }

  /**
   * The place where the fast path looks for {@code cell}. The owner is read once: its thread may
   * mark or free the cell between two reads, and a cell in the wrong place is one that its thread
   * does not find, so that it gets a second one which the mark does not cover.
   */
  private static int home(MapscopeCell cell, int length) {
    long owner = cell.owner;
    return (int) (owner < 0 ? ~owner : owner) & (length - 1);
  }

  private static MapscopeCell[] placed(MapscopeCell[] cells, int length) {
    MapscopeCell[] fresh = new MapscopeCell[length];
    for (int i = 0; i < length; i++) {
      fresh[i] = MapscopeCell.NOBODY;
    }
    for (MapscopeCell cell : cells) {
      if (cell != MapscopeCell.NOBODY) {
        place(fresh, cell);
      }
    }
    return fresh;
  }

  private static void place(MapscopeCell[] cells, MapscopeCell cell) {
    int mask = cells.length - 1;
    int i = home(cell, cells.length);
    while (cells[i] != MapscopeCell.NOBODY) {
      i = (i + 1) & mask;
    }
    cells[i] = cell;
  }

  /**
   * Moves the counts of ended threads into the tally and drops their cells. Done again when the
   * cells are twice as many as those kept, so that short-lived threads neither pile up nor pay for
   * each other.
   */
  private void foldEnded() {
    if (isAnyEnded()) {
      dropEnded();
    }
    foldAt = Math.max(LEAST_TO_FOLD, 2 * cellCount);
  }

  private boolean isAnyEnded() {
    for (MapscopeCell cell : table) {
      if (cell != MapscopeCell.NOBODY && cell.ownerEnded()) {
        return true;
      }
    }
    return false;
  }

  private void dropEnded() {
    int kept = 0;
    MapscopeCell[] live = table.clone();
    for (int i = 0; i < live.length; i++) {
      if (live[i] != MapscopeCell.NOBODY) {
        if (live[i].ownerEnded()) {
          fold(live[i]);
          live[i] = MapscopeCell.NOBODY;
        } else {
          kept++;
        }
      }
    }
    cellCount = kept;
    table = kept == 0 ? EMPTY : spread(live, kept);
  }

  private void fold(MapscopeCell cell) {
    long[] sums = folded();
    long readsBefore = reads(sums);
    long writesBefore = writes(sums);
    cell.addTo(sums);
    foldedReaders += reads(sums) > readsBefore ? 1 : 0;
    foldedWriters += writes(sums) > writesBefore ? 1 : 0;
  }

  /**
   * Adds all counts to {@code row} and returns the threads that read (low 32 bits) and wrote (high
   * 32 bits). Called by the collector; folds the cells of ended threads on the way.
   */
  public synchronized long addTo(long[] row) {
    foldEnded();
    addUncelled(row);
    int readers = foldedReaders;
    int writers = foldedWriters;
    for (MapscopeCell cell : table) {
      if (cell != MapscopeCell.NOBODY) {
        long readsBefore = reads(row);
        long writesBefore = writes(row);
        cell.addTo(row);
        readers += reads(row) > readsBefore ? 1 : 0;
        writers += writes(row) > writesBefore ? 1 : 0;
      }
    }
    return ((long) writers << 32) | readers;
  }

  /**
   * Fills {@code into} with cells of threads, as many as there is room for; how many it has put.
   */
  int cells(MapscopeCell[] into) {
    int count = 0;
    for (MapscopeCell cell : table) {
      if (cell != MapscopeCell.NOBODY && count < into.length) {
        into[count++] = cell;
      }
    }
    return count;
  }

  /** Adds all counts to {@code row} as {@link #addTo} does, but allocates and folds nothing. */
  public synchronized void addCounts(long[] row) {
    addUncelled(row);
    for (MapscopeCell cell : table) {
      if (cell != MapscopeCell.NOBODY) {
        cell.addTo(row);
      }
    }
  }

  /** Adds what is in no cell: counts of ended threads, and what is too rare for cells. */
  private void addUncelled(long[] row) {
    if (folded != null) {
      for (int i = 0; i < row.length; i++) {
        row[i] += folded[i];
      }
    }
    row[MapscopeOperation.NODES] += bornNodes;
    row[MapscopeOperation.TABLE_BYTES] += tableBytes;
    row[MapscopeOperation.RESIZES] += resizes;
  }

  private long[] folded() {
    long[] sums = folded;
    if (sums == null) {
      folded = sums = new long[MapscopeOperation.ROW];
    }
    return sums;
  }

  /**
   * The map has got a table. Kept here and not in a cell, whose rarer counters would then be made
   * for every map; with the thread pinned, because it may have to wait.
   */
  void addTable(int length, long bytes, boolean inPlaceOfAnother) {
    MapscopeThreads.pin();
    try {
      synchronized (this) {
        tableLength = length;
        tableBytes += bytes;
        resizes += inPlaceOfAnother ? 1 : 0;
      }
    } finally {
      MapscopeThreads.unpin();
    }
  }

  /** Changes counted so far, those of the carrier {@code id} left out; 0 leaves none out. */
  synchronized long writesWithout(long id) {
    long sum = folded == null ? 0 : changes(folded);
    for (MapscopeCell cell : table) {
      if (cell.owner != 0 && !cell.isOf(id)) {
        sum += cell.changes();
      }
    }
    return sum;
  }

  private static long changes(long[] row) {
    return row[MapscopeOperation.PUT_NEW]
        + row[MapscopeOperation.PUT_REPLACE]
        - row[MapscopeOperation.KEPT]
        + row[MapscopeOperation.REMOVE_HIT]
        + row[MapscopeOperation.COMPUTE_IF_ABSENT_ABSENT]
        + row[MapscopeOperation.COMPUTE]
        + row[MapscopeOperation.MERGE]
        + row[MapscopeOperation.REPLACE]
        + row[MapscopeOperation.CLEAR]
        + row[MapscopeOperation.PUT_ALL];
  }

  /** Counts a copy that has ended, not in a cell; returns the writes of others since it began. */
  synchronized long copied(MapscopeSpan span, long nanos, long bytes) {
    long meanwhile = writesWithout(span.carrier) - span.writes;
    long[] sums = folded();
    sums[MapscopeOperation.COPIES]++;
    sums[MapscopeOperation.COPIED_ENTRIES] += span.entries;
    sums[MapscopeOperation.COPY_NANOS] += nanos;
    if (copyNanos == null) {
      copyNanos = new MapscopeBuckets(MapscopeBuckets.NANOS);
    }
    copyNanos.add(nanos);
    if (bytes >= 0) {
      sums[MapscopeOperation.COPIES_MEASURED]++;
      sums[MapscopeOperation.COPY_BYTES] += bytes;
    }
    if (meanwhile > 0) {
      sums[MapscopeOperation.TORN_COPIES]++;
      mostWritesDuringCopy = Math.max(mostWritesDuringCopy, meanwhile);
    }
    return meanwhile;
  }

  /** Adds the durations of all copies to {@code sums}. */
  public synchronized void addCopyNanos(MapscopeBuckets sums) {
    if (copyNanos != null) {
      sums.add(copyNanos);
    }
  }

  /** Writes by other threads during the worst copy. */
  public synchronized long mostWritesDuringCopy() {
    return mostWritesDuringCopy;
  }

  /**
   * Counts a traversal by {@code thread} that has ended, not in a cell; returns the writes of
   * others since there were {@code before}.
   */
  synchronized long traversed(long thread, long before) {
    long meanwhile = writesWithout(thread) - before;
    long[] sums = folded();
    sums[MapscopeOperation.WATCHED_TRAVERSALS]++;
    if (meanwhile > 0) {
      sums[MapscopeOperation.TORN_TRAVERSALS]++;
      mostWritesDuringTraversal = Math.max(mostWritesDuringTraversal, meanwhile);
    }
    return meanwhile;
  }

  /** Writes by other threads during the worst watched traversal. */
  public synchronized long mostWritesDuringTraversal() {
    return mostWritesDuringTraversal;
  }

  /** Whether threads were seen to read a key and then write it; perhaps a bit late. */
  public boolean hasCompounds() {
    return compound;
  }

  /** Whether more than one thread has used the map; read without the lock, perhaps a bit late. */
  public boolean usedByMany() {
    return threads > 1 || crowded;
  }

  /** Whether more than one thread has used the map, or perhaps has: a virtual one. */
  public synchronized boolean isShared() {
    return threads > 1 || usedByVirtual || crowded;
  }

  /** How often the map's table was replaced by a larger one. */
  public synchronized int resizes() {
    return resizes;
  }

  /** Length of the latest table that the map is known to have got; 0 when it got none. */
  public synchronized int tableLength() {
    return tableLength;
  }

  /** The map holds {@code nodes} from its birth; nobody else sees it yet. */
  void addBorn(long nodes, int length, long bytes) {
    bornNodes += nodes;
    tableLength = length;
    tableBytes += bytes;
  }

  /** Whether a thread that is alive, other than {@code id}, has written to the map. */
  boolean othersWrite(long id) {
    for (MapscopeCell cell : table) {
      if (cell.owner != 0 && !cell.isOf(id) && cell.changes() > 0) {
        return true;
      }
    }
    return false;
  }

  /** The account of {@code format}; only under the monitor. */
  MapscopeFormat format(int format) {
    for (MapscopeFormat one = formats; one != null; one = one.next) {
      if (one.format == format) {
        return one;
      }
    }
    MapscopeFormat fresh = new MapscopeFormat(format);
    fresh.next = formats;
    formats = fresh;
    return fresh;
  }

  /** Adds all serializations to {@code sums}, an account or null for each format. */
  public synchronized void addFormats(MapscopeFormat[] sums) {
    for (MapscopeFormat one = formats; one != null; one = one.next) {
      if (sums[one.format] == null) {
        sums[one.format] = new MapscopeFormat(one.format);
      }
      sums[one.format].add(one);
    }
  }

  /** Forgets everything counted: the constructor that filled the map is no user of it. */
  synchronized void reset() {
    table = EMPTY;
    cellCount = 0;
    folded = null;
    threads = 0;
    bornNodes = 0;
    tableBytes = 0;
    tableLength = 0;
    resizes = 0;
    usedByVirtual = false;
  }

  private static long reads(long[] row) {
    return row[MapscopeOperation.GET_HIT]
        + row[MapscopeOperation.GET_MISS]
        + row[MapscopeOperation.SIZE]
        + row[MapscopeOperation.TRAVERSALS]
        + row[MapscopeOperation.ORDERED];
  }

  private static long writes(long[] row) {
    long sum = 0;
    for (int i = MapscopeOperation.PUT_NEW; i <= MapscopeOperation.PUT_ALL; i++) {
      sum += row[i];
    }
    return sum;
  }
}
