package io.mapscope.prove.form;

import java.util.Map;

/**
 * A map that locks itself for each call, {@code Collections.synchronizedMap} or {@code Hashtable}.
 * Passes over it hold its lock, as its documentation asks; compound operations do not.
 */
final class SelfLockedSubject extends MapSubject {

  SelfLockedSubject(Map<Long, Long> map) {
    super(map);
  }

  @Override
  public long traverse() {
    synchronized (map) {
      return super.traverse();
    }
  }

  @Override
  public Map<Long, ?> copy() {
    synchronized (map) {
      return super.copy();
    }
  }
}
