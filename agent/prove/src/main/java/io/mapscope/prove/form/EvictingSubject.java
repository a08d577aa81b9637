package io.mapscope.prove.form;

import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A full cache, which throws out by itself what it has no room for: not always the eldest. */
final class EvictingSubject extends AtomicSubject {

  EvictingSubject(ConcurrentMap<Long, Long> cache) {
    super(cache);
  }

  @Override
  public void admit(Long key, Long value, Long eldest) {
    map.put(key, value);
  }

  @Override
  public @Nullable Long load(Long key, Loading loading) {
    return map.computeIfAbsent(key, loading);
  }
}
