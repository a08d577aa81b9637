package java.util;

import java.lang.ref.WeakReference;

/**
 * The part of a cell that other threads read: whose it is. They look at the latest cell of a map
 * before they look for their own, so it must not share a cache line with counters that change with
 * every operation of the owner.
 */
public class MapscopeCellOwner extends MapscopeCellFront {
  /**
   * Id of the carrier thread that counts here; its complement while an outer operation is in
   * progress. Public for woven code, which ends an outer operation without a call.
   */
  public long owner;

  MapscopeCellOwner(long owner, WeakReference<Thread> thread) {
    super(thread);
    this.owner = owner;
  }
}
