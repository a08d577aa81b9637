package io.mapscope.profile.merge;

import io.mapscope.profile.Allocation;
import io.mapscope.profile.Attribution;
import io.mapscope.profile.Contention;
import io.mapscope.profile.Copies;
import io.mapscope.profile.Latency;
import io.mapscope.profile.Lives;
import io.mapscope.profile.LockWaits;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.Nulls;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.Quantiles;
import io.mapscope.profile.Serialization;
import io.mapscope.profile.Shape;
import io.mapscope.profile.Spread;
import io.mapscope.profile.Waits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sections of a profile's facts, each of several; the lists are never empty. */
final class MergedFacts {

  private MergedFacts() {}

  static Nulls nulls(List<Nulls> all) {
    return new Nulls(Sums.sum(all, Nulls::keys), Sums.sum(all, Nulls::values));
  }

  /** The class that the keys of all are known to have, or null. */
  static @Nullable String keyClass(List<MapFacts> all) {
    @Nullable String first = all.get(0).keyClass();
    return all.stream().allMatch(one -> Objects.equals(one.keyClass(), first)) ? first : null;
  }

  static Contention contention(List<Contention> all) {
    return new Contention(
        Sums.sum(all, Contention::count),
        Sums.sum(all, Contention::nanos),
        Sums.merged(all, Contention::monitor, MergedFacts::waits),
        Sums.merged(all, Contention::lock, MergedFacts::lockWaits),
        Sums.sum(all, Contention::counterCollisions),
        Sums.sum(all, Contention::casFailures),
        Sums.sum(all, Contention::resizeHelps),
        Sums.sum(all, Contention::treeBinWaits),
        attributions(all));
  }

  private static Waits waits(List<Waits> all) {
    return new Waits(Sums.sum(all, Waits::count), Sums.sum(all, Waits::nanos));
  }

  private static LockWaits lockWaits(List<LockWaits> all) {
    LockWaits longest = all.stream().max(Comparator.comparingLong(LockWaits::nanos)).orElseThrow();
    return new LockWaits(
        Sums.sum(all, LockWaits::count), Sums.sum(all, LockWaits::nanos), longest.className());
  }

  private static List<Attribution> attributions(List<Contention> all) {
    Map<Object, Attribution> parts = new LinkedHashMap<>();
    for (Contention one : all) {
      for (Attribution part : one.attributions()) {
        parts.merge(
            List.of(part.by(), part.certainty()),
            part,
            (a, b) ->
                new Attribution(
                    a.by(),
                    a.certainty(),
                    Sums.plus(a.count(), b.count()),
                    Sums.plus(a.nanos(), b.nanos())));
      }
    }
    return parts.values().stream()
        .sorted(Comparator.comparingLong(Attribution::nanos).reversed())
        .toList();
  }

  static Latency latency(List<Latency> all) {
    return new Latency(
        Sums.merged(all, Latency::write, MergedFacts::quantiles),
        Sums.merged(all, Latency::compute, MergedFacts::quantiles),
        Sums.merged(all, Latency::function, MergedFacts::quantiles),
        Sums.merged(all, Latency::between, MergedFacts::quantiles),
        Sums.sumKnown(all, Latency::recursions));
  }

  /**
   * Quantiles of several sets are not those of the union: the median is the mean of the medians by
   * samples, the 99th percentile the largest of them, which that of the union does not exceed.
   */
  private static Quantiles quantiles(List<Quantiles> all) {
    return new Quantiles(
        Math.round(Sums.mean(all, one -> (double) one.p50(), one -> (double) one.samples())),
        Sums.max(all, Quantiles::p99),
        Sums.max(all, Quantiles::max),
        Sums.sum(all, Quantiles::samples),
        Sums.distribution(all, Quantiles::histogram));
  }

  static Allocation allocation(List<Allocation> all) {
    return new Allocation(
        Sums.sum(all, Allocation::bytes),
        Sums.sum(all, Allocation::nodes),
        Sums.sum(all, Allocation::tableBytes),
        Sums.sum(all, Allocation::resizes),
        Sums.sumKnown(all, Allocation::retainedBytes));
  }

  static Copies copies(List<Copies> all) {
    return new Copies(
        Sums.sum(all, Copies::count),
        Sums.sum(all, Copies::entries),
        Sums.sum(all, Copies::nanos),
        Sums.sum(all, Copies::bytes),
        Sums.sum(all, Copies::torn),
        Sums.max(all, Copies::maxWritesMeanwhile),
        Sums.distribution(all, Copies::nanosHistogram));
  }

  static List<Serialization> serializations(List<List<Serialization>> all) {
    Map<String, List<Serialization>> byFormat = new LinkedHashMap<>();
    for (List<Serialization> one : all) {
      for (Serialization format : one) {
        byFormat.computeIfAbsent(format.format(), name -> new ArrayList<>()).add(format);
      }
    }
    return byFormat.values().stream().map(MergedFacts::serialization).toList();
  }

  private static Serialization serialization(Collection<Serialization> all) {
    return new Serialization(
        all.iterator().next().format(),
        Sums.sum(all, Serialization::count),
        Sums.sum(all, Serialization::entries),
        Sums.sumKnown(all, Serialization::bytes),
        Sums.sum(all, Serialization::nanos),
        Sums.sumKnown(all, Serialization::allocatedBytes),
        Sums.sum(all, Serialization::torn),
        Sums.sumKnown(all, Serialization::redundant),
        Sums.distribution(all, Serialization::nanosHistogram),
        Sums.distribution(all, Serialization::bytesHistogram));
  }

  static Shape shape(List<Shape> all) {
    return new Shape(
        Sums.sumKnown(all, Shape::mutableValues),
        Sums.sumKnown(all, Shape::valueSamples),
        Sums.sumKnown(all, Shape::insertionOrderTraversals),
        Sums.sumKnown(all, Shape::hotBins),
        Sums.sumKnown(all, Shape::treeBins),
        Sums.sumKnown(all, Shape::watchedValues),
        Sums.sumKnown(all, Shape::changedValues),
        Sums.sumKnown(all, Shape::lockedValues));
  }

  /** The capacities at the end are those of the report in which the most maps ended. */
  static Lives lives(List<Lives> all) {
    Lives most = all.stream().max(Comparator.comparingLong(Lives::ended)).orElseThrow();
    return new Lives(
        Sums.sum(all, Lives::ended),
        Sums.sum(all, Lives::shared),
        Sums.sum(all, Lives::unused),
        Sums.sum(all, Lives::resized),
        Sums.sum(all, Lives::endedResizes),
        most.finalCapacityP10(),
        most.finalCapacityP50(),
        most.finalCapacityP90(),
        Sums.sum(all, Lives::sparse),
        Sums.sum(all, Lives::spareBytes));
  }

  static Spread spread(List<Spread> all) {
    return new Spread(
        Sums.sum(all, Spread::binsLooked),
        Sums.sum(all, Spread::binsOccupied),
        all.stream().mapToDouble(Spread::binsExpected).sum(),
        Sums.sum(all, Spread::entriesLooked));
  }

  /** Part of an error is that of the same calibration, in the same direction: they are added. */
  static OperationCounts errors(List<OperationCounts> all) {
    return all.stream().reduce(OperationCounts.zero(), OperationCounts::plus);
  }
}
