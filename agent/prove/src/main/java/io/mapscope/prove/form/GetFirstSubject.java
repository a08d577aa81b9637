package io.mapscope.prove.form;

import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A concurrent map that is looked into before it is asked to compute: a key there takes no lock.
 */
final class GetFirstSubject extends AtomicSubject {

  GetFirstSubject(ConcurrentMap<Long, Long> map) {
    super(map);
  }

  @Override
  public @Nullable Long computeIfAbsent(Long key, Function<Long, Long> function) {
    Long there = map.get(key);
    return there != null ? there : map.computeIfAbsent(key, function);
  }

  @Override
  public void insert(Long key, Long value) {
    if (map.get(key) == null) {
      map.putIfAbsent(key, value);
    }
  }
}
