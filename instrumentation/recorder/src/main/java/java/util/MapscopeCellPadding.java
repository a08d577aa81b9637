package java.util;

import java.lang.ref.WeakReference;

/** A cache line between what others read and what the owner writes; never used. */
class MapscopeCellPadding extends MapscopeCellOwner {
  private long p0;
  private long p1;
  private long p2;
  private long p3;
  private long p4;
  private long p5;
  private long p6;

  MapscopeCellPadding(long owner, WeakReference<Thread> thread) {
    super(owner, thread);
  }
}
