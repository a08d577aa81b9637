package io.mapscope.prove.form;

import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A concurrent map whose values are computed before they are offered to it: nothing is locked
 * meanwhile, and two threads may compute the same value, of which one is thrown away.
 */
final class ComputeOutsideSubject extends AtomicSubject {

  ComputeOutsideSubject(ConcurrentMap<Long, Long> map) {
    super(map);
  }

  @Override
  public @Nullable Long computeIfAbsent(Long key, Function<Long, Long> function) {
    Long there = map.get(key);
    if (there != null) {
      return there;
    }
    Long made = function.apply(key);
    Long first = map.putIfAbsent(key, made);
    return first != null ? first : made;
  }

  @Override
  public void compute(Long key, Function<Long, Long> next) {
    while (true) {
      Long value = map.get(key);
      Long made = next.apply(value == null ? 0L : value);
      boolean written =
          value == null ? map.putIfAbsent(key, made) == null : map.replace(key, value, made);
      if (written) {
        return;
      }
    }
  }
}
