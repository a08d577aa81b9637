package io.mapscope.prove.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map that locks itself for each call, {@code Collections.synchronizedMap} or {@code Hashtable}.
 * Passes over it hold its lock, as its documentation asks, and so does throwing the eldest entry
 * out ({@code removeEldestEntry}); compound operations do not.
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
  public void admit(Long key, Long value, Long eldest) {
    synchronized (map) {
      super.admit(key, value, eldest);
    }
  }

  @Override
  public @Nullable Long load(Long key, Loading loading) {
    synchronized (map) {
      return super.load(key, loading);
    }
  }

  @Override
  public Map<Long, ?> copy() {
    synchronized (map) {
      return super.copy();
    }
  }
}
