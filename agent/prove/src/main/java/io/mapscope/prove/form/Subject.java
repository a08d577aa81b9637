package io.mapscope.prove.form;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A map in one of its forms, as a replay uses it: what programs do to maps, each as one call.
 *
 * <p>Keys and values are boxed longs. Results that a program can see are returned, so that forms
 * can be held against each other.
 */
public interface Subject {

  /** {@code map.get(key)}. */
  @Nullable Long get(Long key);

  /** {@code map.put(key, value)}. */
  @Nullable Long put(Long key, Long value);

  /** {@code map.remove(key)}. */
  @Nullable Long remove(Long key);

  /** {@code map.computeIfAbsent(key, function)}. */
  @Nullable Long computeIfAbsent(Long key, Function<Long, Long> function);

  /** {@code map.compute}: the value and one more, as {@code next} makes it. */
  void compute(Long key, Function<Long, Long> next);

  /** {@code map.merge(key, by, Long::sum)}. */
  void merge(Long key, Long by);

  /** {@code map.replace(key, value)}. */
  @Nullable Long replace(Long key, Long value);

  /** Looks the key up and puts {@code value} where there is none: by two steps, or by one. */
  void insert(Long key, Long value);

  /** Reads the value, which must be there, and writes one more: by two steps, or by one. */
  void update(Long key);

  /**
   * Puts what was not there and takes the {@code eldest} out for it, as a bounded cache does: in
   * one step where a lock is held, by itself where the form is such a cache.
   */
  default void admit(Long key, Long value, Long eldest) {
    put(key, value);
    remove(eldest);
  }

  /** {@code map.computeIfAbsent}, and the eldest taken out if the function ran. */
  default @Nullable Long load(Long key, Loading loading) {
    Long value = computeIfAbsent(key, loading);
    if (loading.hasRun()) {
      remove(loading.eldest());
    }
    return value;
  }

  /** {@code map.putAll(batch)}; entry by entry unless the form can do better. */
  default void putAll(Map<Long, Long> batch) {
    batch.forEach(this::put);
  }

  /** {@code map.size()}. */
  int size();

  /** The sum of all values, by a pass over them. */
  long traverse();

  /** A copy for a reader who needs the map to stand still, or what the form gives instead of it. */
  Map<Long, ?> copy();

  /** {@code map.ceilingKey(key)}; only where the form keeps its keys in order. */
  default @Nullable Long ordered(Long key) {
    throw new UnsupportedOperationException("this form keeps no order");
  }
}
