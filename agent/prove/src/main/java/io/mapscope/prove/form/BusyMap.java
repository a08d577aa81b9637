package io.mapscope.prove.form;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A map each of whose operations on a key takes some work more, under whatever lock guards it: what
 * a program does there besides, and what its keys' {@code equals} and {@code hashCode} take.
 */
final class BusyMap extends AbstractMap<Long, Long> {

  private final Map<Long, Long> map;
  private final Runnable work;

  BusyMap(Map<Long, Long> map, Runnable work) {
    this.map = map;
    this.work = work;
  }

  @Override
  public @Nullable Long get(Object key) {
    work.run();
    return map.get(key);
  }

  @Override
  public @Nullable Long put(Long key, Long value) {
    work.run();
    return map.put(key, value);
  }

  @Override
  public @Nullable Long remove(Object key) {
    work.run();
    return map.remove(key);
  }

  @Override
  public @Nullable Long replace(Long key, Long value) {
    work.run();
    return map.replace(key, value);
  }

  @Override
  public @Nullable Long computeIfAbsent(Long key, Function<? super Long, ? extends Long> function) {
    work.run();
    return map.computeIfAbsent(key, function);
  }

  @Override
  public @Nullable Long compute(
      Long key, BiFunction<? super Long, ? super @Nullable Long, ? extends @Nullable Long> next) {
    work.run();
    return map.compute(key, next);
  }

  @Override
  public @Nullable Long merge(
      Long key, Long value, BiFunction<? super Long, ? super Long, ? extends @Nullable Long> sum) {
    work.run();
    return map.merge(key, value, sum);
  }

  @Override
  public int size() {
    return map.size();
  }

  @Override
  public Collection<Long> values() {
    return map.values();
  }

  @Override
  public Set<Entry<Long, Long>> entrySet() {
    return map.entrySet();
  }
}
