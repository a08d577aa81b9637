package java.util;

import java.lang.ref.WeakReference;

/**
 * What lies before the word that other threads read: a cache line, most of it used for what changes
 * rarely. A cell often lies right behind the probe or the table that leads to it, which all threads
 * read at each operation: without that line between, an operation that marks {@link
 * MapscopeCellOwner#owner} took both from them (an iteration of a Caffeine cache by two threads
 * took two to seven times as long).
 */
class MapscopeCellFront {
  private long p0;
  private long p1;
  private long p2;
  private long p3;

  /** The rarer counters by index of {@link MapscopeOperation}; null until the first of them. */
  long[] rare;

  /** Where counts of nested operations go to be forgotten; null until the first. */
  MapscopeCell shadow;

  /** The look at the owner's operations that is in progress, or null. */
  MapscopeWatch watch;

  /**
   * Whether a recursion was counted since the latest outermost function began. Written only when it
   * changes: it was written by each function, on the line that other threads read.
   */
  boolean recursed;

  /** The owner, so that the collector can see it die; null in shadows. */
  final WeakReference<Thread> thread;

  MapscopeCellFront(WeakReference<Thread> thread) {
    this.thread = thread;
  }
}
