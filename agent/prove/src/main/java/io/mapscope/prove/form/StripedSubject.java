package io.mapscope.prove.form;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plain maps side by side, each with a monitor of its own; the key's hash tells which. What is
 * about one key is atomic; what is about all of them goes from map to map and sees no one moment.
 */
final class StripedSubject implements Subject {

  /** A power of two, more than there are threads on most machines. */
  private static final int STRIPES = 64;

  private final MonitorSubject[] stripes = new MonitorSubject[STRIPES];

  StripedSubject() {
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new MonitorSubject(new HashMap<>());
    }
  }

  /** Other bits of the hash than the map inside uses for its bins. */
  private MonitorSubject of(Long key) {
    return stripes[
        (key.hashCode() * 0x9E3779B9) >>> (Integer.SIZE - Integer.bitCount(STRIPES - 1))];
  }

  @Override
  public @Nullable Long get(Long key) {
    return of(key).get(key);
  }

  @Override
  public @Nullable Long put(Long key, Long value) {
    return of(key).put(key, value);
  }

  @Override
  public @Nullable Long remove(Long key) {
    return of(key).remove(key);
  }

  @Override
  public @Nullable Long computeIfAbsent(Long key, Function<Long, Long> function) {
    return of(key).computeIfAbsent(key, function);
  }

  @Override
  public void compute(Long key, Function<Long, Long> next) {
    of(key).compute(key, next);
  }

  @Override
  public void merge(Long key, Long by) {
    of(key).merge(key, by);
  }

  @Override
  public @Nullable Long replace(Long key, Long value) {
    return of(key).replace(key, value);
  }

  @Override
  public void insert(Long key, Long value) {
    of(key).insert(key, value);
  }

  @Override
  public void update(Long key) {
    of(key).update(key);
  }

  @Override
  public int size() {
    int size = 0;
    for (MonitorSubject stripe : stripes) {
      size += stripe.size();
    }
    return size;
  }

  @Override
  public long traverse() {
    long sum = 0;
    for (MonitorSubject stripe : stripes) {
      sum += stripe.traverse();
    }
    return sum;
  }

  @Override
  public Map<Long, ?> copy() {
    Map<Long, Object> copy = new HashMap<>();
    for (MonitorSubject stripe : stripes) {
      copy.putAll(stripe.copy());
    }
    return copy;
  }
}
