package io.mapscope.prove.form;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A ConcurrentHashMap of adders: counting does not lock the key's bin. A value that is put replaces
 * the adder, and counts added to the old one at that moment are lost.
 */
final class AdderSubject implements Subject {

  private final ConcurrentHashMap<Long, LongAdder> map = new ConcurrentHashMap<>();

  private static LongAdder of(long value) {
    LongAdder adder = new LongAdder();
    adder.add(value);
    return adder;
  }

  private static @Nullable Long value(@Nullable LongAdder adder) {
    return adder == null ? null : adder.sum();
  }

  private LongAdder adder(Long key) {
    LongAdder adder = map.get(key);
    return adder == null ? map.computeIfAbsent(key, absent -> new LongAdder()) : adder;
  }

  @Override
  public @Nullable Long get(Long key) {
    return value(map.get(key));
  }

  @Override
  public @Nullable Long put(Long key, Long value) {
    return value(map.put(key, of(value)));
  }

  @Override
  public @Nullable Long remove(Long key) {
    return value(map.remove(key));
  }

  @Override
  public @Nullable Long computeIfAbsent(Long key, Function<Long, Long> function) {
    return value(map.computeIfAbsent(key, absent -> of(function.apply(absent))));
  }

  @Override
  public void compute(Long key, Function<Long, Long> next) {
    LongAdder adder = adder(key);
    long value = adder.sum();
    adder.add(next.apply(value) - value);
  }

  @Override
  public void merge(Long key, Long by) {
    adder(key).add(by);
  }

  @Override
  public @Nullable Long replace(Long key, Long value) {
    return value(map.replace(key, of(value)));
  }

  @Override
  public void insert(Long key, Long value) {
    map.computeIfAbsent(key, absent -> of(value));
  }

  @Override
  public void update(Long key) {
    adder(key).increment();
  }

  @Override
  public int size() {
    return map.size();
  }

  @Override
  public long traverse() {
    long sum = 0;
    for (LongAdder adder : map.values()) {
      sum += adder.sum();
    }
    return sum;
  }

  @Override
  public Map<Long, ?> copy() {
    Map<Long, Long> copy = new HashMap<>();
    map.forEach((key, adder) -> copy.put(key, adder.sum()));
    return copy;
  }
}
