package java.util;

import jdk.internal.vm.annotation.ForceInline;

/**
 * What a tracked map carries in its unused view-cache field: the way from an operation to the
 * cells, the mark of a writer in progress, and the view the field was made for.
 *
 * <p>It is a {@code Set} only to fit the fields {@code AbstractMap.keySet} and {@code
 * AbstractMap.values}; as a collection it is empty and nobody ever sees it. Maps without a site of
 * their own share a probe per reason ({@link MapscopeTally#shared}) until they have a view to keep.
 *
 * <p>Publication: the probe and its table are stored plainly. A thread that reads the probe through
 * a race sees {@code tally} by the final-field rule (JLS 17.5), and {@code cells} because HotSpot
 * orders all stores of a constructor that writes a final field before the publication of the object
 * (one StoreStore barrier at its end). A later table may be seen late or with empty places: both
 * lead to the slow path, where the lock of the tally gives the true state. The {@code stress}
 * module holds the proof.
 */
public final class MapscopeProbe extends AbstractSet<Object> {
  /**
   * The cell of the thread that came last, where the fast path looks first: most maps are used by
   * one thread, often not the one that made them. Others find theirs in {@link #cells}.
   */
  MapscopeCell latest = MapscopeCell.NOBODY;

  /** Open-addressed by thread id, length a power of two; empty places hold NOBODY. */
  MapscopeCell[] cells;

  final MapscopeTally tally;

  /** Whether the next operation is a sample; written plainly by the agent and by who takes it. */
  boolean armed;

  /** Whether it belongs to one map alone, so that a writer can be marked on it. */
  final boolean own;

  /** The cached view of maps that use the field themselves; null until they have one. */
  Collection<?> view;

  /**
   * Id of the thread inside a write; with {@link MapscopeWriters#LEFT} added, of the last that was,
   * and when; 0 before the first. Public for woven code.
   */
  public long writer;

  /**
   * The question of a thread that met the mark, to be answered by the writer when it leaves; null
   * nearly always. On the same cache line as the mark.
   */
  MapscopeOverlap question;

  /**
   * That threads have lately waited for the map, see {@link MapscopeWaited}; null nearly always.
   */
  MapscopeWaited waited;

  MapscopeProbe(MapscopeTally tally, Collection<?> view) {
    this.tally = tally;
    this.own = !tally.shared();
    this.view = view;
    this.cells = tally.table();
  }

  /** The cell of the carrier {@code id} where an operation looks first, or null. */
  @ForceInline
  MapscopeCell fastCell(long id) {
    MapscopeCell first = latest;
    if (first.owner == id) {
      return first;
    }
    MapscopeCell[] table = cells;
    MapscopeCell cell = table[(int) id & (table.length - 1)];
    return cell.owner == id ? cell : null;
  }

  /**
   * Where {@link #fastCell} looks second, for operations that mark their cell in {@code owner},
   * which so is a word that changes: a thread looks at its own place first, and at {@link #latest}
   * only when it has none, because another thread's mark there is a cache miss.
   */
  @ForceInline
  MapscopeCell place(long id) {
    MapscopeCell[] table = cells;
    return table[(int) id & (table.length - 1)];
  }

  /** Sends the next operation of every thread to the slow path, which finds the cells again. */
  void emptyFastPath() {
    cells = MapscopeTally.EMPTY;
    latest = MapscopeCell.NOBODY;
  }

  @Override
  public Iterator<Object> iterator() {
    return Collections.emptyIterator();
  }

  @Override
  public int size() {
    return 0;
  }
}
