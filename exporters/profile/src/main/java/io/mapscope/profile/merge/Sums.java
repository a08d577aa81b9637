package io.mapscope.profile.merge;

import io.mapscope.profile.Distribution;
import io.mapscope.profile.MapFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Ways to make one figure of several. */
final class Sums {

  private Sums() {}

  /** The sum, which stays at the largest number when it would be more. */
  static <T> long sum(Collection<T> items, ToLongFunction<T> figure) {
    long sum = 0;
    for (T item : items) {
      sum = plus(sum, figure.applyAsLong(item));
    }
    return sum;
  }

  static long plus(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** The sum of those that are known; unknown when none is. */
  static <T> long sumKnown(Collection<T> items, ToLongFunction<T> figure) {
    List<T> known = items.stream().filter(item -> figure.applyAsLong(item) >= 0).toList();
    return known.isEmpty() ? MapFacts.UNKNOWN : sum(known, figure);
  }

  /** The sum, unknown when any of them is: a part of it would pass for the whole. */
  static <T> long sumIfAllKnown(Collection<T> items, ToLongFunction<T> figure) {
    boolean all = items.stream().allMatch(item -> figure.applyAsLong(item) >= 0);
    return all ? sum(items, figure) : MapFacts.UNKNOWN;
  }

  static <T> long max(Collection<T> items, ToLongFunction<T> figure) {
    return items.stream().mapToLong(figure).max().orElse(MapFacts.UNKNOWN);
  }

  /** The mean of {@code figure}, each item counting as much as its weight; 0 without weights. */
  static <T> double mean(
      Collection<T> items, ToDoubleFunction<T> figure, ToDoubleFunction<T> weight) {
    double weights = items.stream().mapToDouble(weight).sum();
    double sum = 0;
    for (T item : items) {
      sum += weights == 0 ? 0 : figure.applyAsDouble(item) * (weight.applyAsDouble(item) / weights);
    }
    return sum;
  }

  /** A mean of shares, which rounding must not lead out of their range. */
  static <T> double meanShare(
      Collection<T> items, ToDoubleFunction<T> share, ToDoubleFunction<T> weight) {
    return Math.min(1, Math.max(0, mean(items, share, weight)));
  }

  /** What {@code part} gives, without the nulls. */
  static <T, P> List<P> parts(Collection<T> items, Function<T, @Nullable P> part) {
    List<P> parts = new ArrayList<>();
    for (T item : items) {
      P one = part.apply(item);
      if (one != null) {
        parts.add(one);
      }
    }
    return parts;
  }

  /** {@code merging} of the parts that are there; null when none is. */
  static <T, P, R> @Nullable R merged(
      Collection<T> items, Function<T, @Nullable P> part, Function<List<P>, R> merging) {
    List<P> parts = parts(items, part);
    return parts.isEmpty() ? null : merging.apply(parts);
  }

  /** The different texts, in their order, as one. */
  static <T> String joined(Collection<T> items, Function<T, String> text) {
    return String.join(", ", new LinkedHashSet<>(items.stream().map(text).toList()));
  }

  /** All that occur in any of the lists, each once. */
  static <T, P> List<P> union(Collection<T> items, Function<T, List<P>> list) {
    LinkedHashSet<P> all = new LinkedHashSet<>();
    items.forEach(item -> all.addAll(list.apply(item)));
    return List.copyOf(all);
  }

  /** Buckets added one by one; null unless all have them. */
  static <T> @Nullable Distribution distribution(
      Collection<T> items, Function<T, @Nullable Distribution> part) {
    List<Distribution> parts = parts(items, part);
    if (parts.isEmpty() || parts.size() < items.size()) {
      return null;
    }
    int buckets = parts.get(0).counts().size();
    List<Long> counts = new ArrayList<>();
    for (int i = 0; i < buckets; i++) {
      int bucket = i;
      counts.add(sum(parts, one -> Objects.requireNonNull(one.counts().get(bucket))));
    }
    return new Distribution(counts, sum(parts, Distribution::sum));
  }
}
