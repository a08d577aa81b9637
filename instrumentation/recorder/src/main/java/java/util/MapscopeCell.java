package java.util;

import java.lang.ref.WeakReference;

/**
 * The counters of one thread on one map.
 *
 * <p>Writer: the carrier thread {@link #owner} alone, plainly. Reader: the collector, plainly; it
 * may see a count a few operations late, never a torn one (64-bit JVMs only), and after the owner's
 * death ({@code Thread.isAlive()} is false) it sees all of them. A count never wraps within the
 * life of a process.
 *
 * <p>Probe, table and the cell of the thread that made a map are allocated side by side; without a
 * cache line of padding before and behind the counters each count of one thread would slow down all
 * others on the same map (docs/overhead.md).
 *
 * <p>While an operation that is built from smaller counted ones is in progress, {@code owner} holds
 * the complement of the thread's id: the inner ones then miss the cell on the fast path and are
 * sent to {@link #shadow} (see {@link MapscopeNesting}).
 */
public final class MapscopeCell extends MapscopeCellCounters {
  /** Stands in empty places of a table, so that the fast path needs no null check; owned by 0. */
  static final MapscopeCell NOBODY = new MapscopeCell(0, null);

  /** A cache line between the counters and whatever lies behind the cell; never used. */
  private long p0;

  private long p1;
  private long p2;
  private long p3;
  private long p4;
  private long p5;
  private long p6;

  MapscopeCell(long owner, WeakReference<Thread> thread) {
    super(owner, thread);
  }

  /** Whether it is the carrier's of that id, free, taken by an outer operation or watched. */
  boolean isOf(long id) {
    long now = owner;
    return ((now < 0 ? ~now : now) & ~MapscopeWatch.WATCHED) == id;
  }

  void add(int operation, long delta) {
    switch (operation) {
      case MapscopeOperation.GET_HIT -> getHit += delta;
      case MapscopeOperation.GET_MISS -> getMiss += delta;
      case MapscopeOperation.PUT_NEW -> putNew += delta;
      case MapscopeOperation.PUT_REPLACE -> putReplace += delta;
      case MapscopeOperation.REMOVE_HIT -> removeHit += delta;
      case MapscopeOperation.REMOVE_MISS -> removeMiss += delta;
      case MapscopeOperation.COMPUTE_IF_ABSENT_PRESENT -> computeIfAbsentPresent += delta;
      case MapscopeOperation.COMPUTE_IF_ABSENT_ABSENT -> computeIfAbsentAbsent += delta;
      case MapscopeOperation.SIZE -> size += delta;
      default -> addRare(operation, delta);
    }
  }

  private void addRare(int operation, long delta) {
    long[] counters = rare;
    if (counters == null) {
      rare = counters = new long[MapscopeOperation.ROW - MapscopeOperation.COMPUTE];
    }
    counters[operation - MapscopeOperation.COMPUTE] += delta;
  }

  /** Adds this cell's counters to {@code row}, of length {@link MapscopeOperation#ROW}. */
  void addTo(long[] row) {
    row[MapscopeOperation.GET_HIT] += getHit;
    row[MapscopeOperation.GET_MISS] += getMiss;
    row[MapscopeOperation.PUT_NEW] += putNew;
    long keptNow = kept;
    row[MapscopeOperation.PUT_REPLACE] += putReplace + keptNow;
    row[MapscopeOperation.KEPT] += keptNow;
    row[MapscopeOperation.REMOVE_HIT] += removeHit;
    row[MapscopeOperation.REMOVE_MISS] += removeMiss;
    row[MapscopeOperation.COMPUTE_IF_ABSENT_PRESENT] += computeIfAbsentPresent;
    row[MapscopeOperation.COMPUTE_IF_ABSENT_ABSENT] += computeIfAbsentAbsent;
    row[MapscopeOperation.SIZE] += size;
    long[] counters = rare;
    if (counters != null) {
      for (int i = 0; i < counters.length; i++) {
        row[MapscopeOperation.COMPUTE + i] += counters[i];
      }
    }
  }

  /** All operations so far. */
  long operations() {
    long sum = getHit + getMiss + putNew + putReplace + kept + removeHit + removeMiss + size;
    sum += computeIfAbsentPresent + computeIfAbsentAbsent;
    long[] counters = rare;
    if (counters != null) {
      for (int i = MapscopeOperation.COMPUTE; i < MapscopeOperation.COUNT; i++) {
        sum += counters[i - MapscopeOperation.COMPUTE];
      }
    }
    return sum;
  }

  /**
   * Operations so far that changed the map, as far as their kind tells: a {@code compute} or {@code
   * replace} that left all as it was is among them, a {@code putIfAbsent} that met its key is not.
   */
  long changes() {
    long sum = putNew + putReplace + removeHit + computeIfAbsentAbsent;
    long[] counters = rare;
    if (counters != null) {
      for (int i = MapscopeOperation.COMPUTE; i <= MapscopeOperation.PUT_ALL; i++) {
        sum += counters[i - MapscopeOperation.COMPUTE];
      }
    }
    return sum;
  }

  /** Whether the owner has ended; a cell of a thread that cannot be seen any more is dead too. */
  boolean ownerEnded() {
    Thread owner = thread == null ? null : thread.get();
    return owner == null || !MapscopeThreads.isAlive(owner);
  }

  MapscopeCell shadow() {
    MapscopeCell cell = shadow;
    if (cell == null) {
      shadow = cell = new MapscopeCell(0, null);
    }
    return cell;
  }
}
