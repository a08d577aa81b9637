package io.mapscope.runtime.collect;

import io.mapscope.profile.HotKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.MapscopeHotKeys;
import java.util.MapscopeTally;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sampled operations were about, in bounded space: Metwally's SpaceSaving. A key that
 * has no counter takes over the least one, with its count as the error; a key used in more than one
 * of {@value #COUNTERS} samples always has a counter. Shown with the share that is certain.
 */
final class HotKeyAccount {
  private static final int COUNTERS = 256;
  private static final int MOST_SHOWN = 10;
  private static final int LEAST_SAMPLES = 100;
  private static final double LEAST_SHARE = 0.01;

  private static final class Counter {
    final @Nullable String text;
    final long error;
    long count;

    Counter(@Nullable String text, long error) {
      this.text = text;
      this.error = error;
      this.count = error;
    }

    long certain() {
      return count - error;
    }
  }

  private final Map<Long, Counter> counters = new HashMap<>();
  private @Nullable Class<?> keyClass;
  private long samples;

  /** Takes what waits in {@code tally}. */
  void take(MapscopeTally tally) {
    MapscopeHotKeys keys = tally.hotKeys;
    if (keys == null) {
      return;
    }
    met(keys.keyClass());
    for (int n = keys.available(); n > 0; n--) {
      long hash = keys.hashOfNext();
      add(hash, keys.textOfNext());
    }
  }

  private void met(@Nullable Class<?> its) {
    if (its != null && keyClass != its) {
      keyClass = keyClass == null ? its : Object.class;
    }
  }

  /** The simple class of the JDK that all sampled keys are of; null when it is not one. */
  @Nullable String keyClass() {
    return keyClass == null || keyClass == Object.class ? null : keyClass.getName();
  }

  void add(long hash, @Nullable String text) {
    samples++;
    Counter counter = counters.get(hash);
    if (counter == null) {
      counter = new Counter(text, counters.size() < COUNTERS ? 0 : removeLeast());
      counters.put(hash, counter);
    }
    counter.count++;
  }

  private long removeLeast() {
    Map.Entry<Long, Counter> least = null;
    for (Map.Entry<Long, Counter> entry : counters.entrySet()) {
      if (least == null || entry.getValue().count < least.getValue().count) {
        least = entry;
      }
    }
    if (least == null) {
      return 0;
    }
    counters.remove(least.getKey());
    return least.getValue().count;
  }

  /** The hottest first; null while there are too few samples to tell. */
  @Nullable List<HotKey> profile() {
    if (samples < LEAST_SAMPLES) {
      return null;
    }
    return counters.entrySet().stream()
        .filter(entry -> share(entry.getValue()) >= LEAST_SHARE)
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<Long, Counter> entry) -> -entry.getValue().certain())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_SHOWN)
        .map(entry -> new HotKey(name(entry.getKey(), entry.getValue()), share(entry.getValue())))
        .toList();
  }

  private double share(Counter counter) {
    return (double) counter.certain() / samples;
  }

  private static String name(long hash, Counter counter) {
    return counter.text == null
        ? String.format("%016x", hash)
        : counter.text.replaceAll("\\p{Cntrl}", " ");
  }
}
