package io.mapscope.metrics;

import static io.mapscope.metrics.Attributes.with;

import io.mapscope.profile.Allocation;
import io.mapscope.profile.Contention;
import io.mapscope.profile.Copies;
import io.mapscope.profile.Distribution;
import io.mapscope.profile.Latency;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Quantiles;
import io.mapscope.profile.Serialization;
import io.mapscope.profile.Waits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds the figures of one map profile to the points of its site. A count that is 0 makes no point,
 * nor does a section that was not recorded; a point that was made once goes on by {@link
 * PointSums#continueFrom}.
 */
final class MapFigures {

  private static final String MONITOR = "monitor";
  private static final String LOCK = "lock";

  /** Waits that the profile tells by their sum alone. */
  private static final String OTHER = "other";

  private final PointSums sums;
  private final Map<MetricAttribute, String> site;

  /** Figures go to the points of {@code site} in {@code sums}. */
  MapFigures(PointSums sums, Map<MetricAttribute, String> site) {
    this.sums = sums;
    this.site = site;
  }

  void add(MapProfile map) {
    operations(map);
    sums.add(Metric.ENTRIES, site, map.entries());
    sums.add(Metric.INSTANCES, site, map.instances().alive());
    MapFacts facts = map.facts();
    contention(facts.contention());
    latency(facts.latency());
    allocation(facts.allocation());
    copies(facts.copies());
    serializations(facts.serializations());
    torn("traversal", map.misuse().tornTraversals());
    counted(Metric.UNSAFE_ACCESSES, site, map.misuse().overlaps());
    counted(Metric.COMPOUND_RACES, site, map.misuse().lostRaces());
  }

  private void operations(MapProfile map) {
    for (Operation operation : Operation.values()) {
      OperationNames names = OperationNames.of(operation);
      counted(
          Metric.OPERATIONS,
          with(
              with(site, MetricAttribute.OPERATION, names.operation()),
              MetricAttribute.OUTCOME,
              names.outcome()),
          map.operations().get(operation));
    }
  }

  private void contention(@Nullable Contention contention) {
    if (contention == null) {
      return;
    }
    Waits monitor = contention.monitor() == null ? new Waits(0, 0) : contention.monitor();
    Waits lock =
        contention.lock() == null
            ? new Waits(0, 0)
            : new Waits(contention.lock().count(), contention.lock().nanos());
    waits(MONITOR, monitor.count(), monitor.nanos());
    waits(LOCK, lock.count(), lock.nanos());
    waits(
        OTHER,
        contention.count() - monitor.count() - lock.count(),
        contention.nanos() - monitor.nanos() - lock.nanos());
  }

  private void waits(String kind, long count, long nanos) {
    Map<MetricAttribute, String> attributes = with(site, MetricAttribute.CONTENTION_KIND, kind);
    counted(Metric.CONTENTION_COUNT, attributes, count);
    counted(Metric.CONTENTION_TIME, attributes, nanos);
  }

  private void latency(@Nullable Latency latency) {
    if (latency == null) {
      return;
    }
    sampled(
        Metric.OPERATION_DURATION, with(site, MetricAttribute.OPERATION, "write"), latency.write());
    sampled(
        Metric.OPERATION_DURATION,
        with(site, MetricAttribute.OPERATION, "compute"),
        latency.compute());
    sampled(Metric.FUNCTION_DURATION, site, latency.function());
  }

  private void sampled(
      Metric metric, Map<MetricAttribute, String> attributes, @Nullable Quantiles quantiles) {
    distributed(metric, attributes, quantiles == null ? null : quantiles.histogram());
  }

  private void allocation(@Nullable Allocation allocation) {
    if (allocation != null) {
      counted(Metric.ALLOCATED, site, allocation.bytes());
      counted(Metric.RESIZES, site, allocation.resizes());
    }
  }

  private void copies(@Nullable Copies copies) {
    if (copies != null) {
      distributed(Metric.COPY_DURATION, site, copies.nanosHistogram());
      torn("copy", copies.torn());
    }
  }

  private void serializations(@Nullable List<Serialization> serializations) {
    if (serializations == null) {
      return;
    }
    for (Serialization one : serializations) {
      Map<MetricAttribute, String> format =
          with(site, MetricAttribute.SERIALIZATION_FORMAT, one.format());
      distributed(Metric.SERIALIZATION_DURATION, format, one.nanosHistogram());
      distributed(Metric.SERIALIZATION_SIZE, format, one.bytesHistogram());
      torn("serialization", one.torn());
    }
  }

  private void torn(String kind, long count) {
    counted(Metric.TORN_READS, with(site, MetricAttribute.READ_KIND, kind), count);
  }

  private void counted(Metric metric, Map<MetricAttribute, String> attributes, long count) {
    if (count > 0) {
      sums.add(metric, attributes, count);
    }
  }

  private void distributed(
      Metric metric, Map<MetricAttribute, String> attributes, @Nullable Distribution figures) {
    if (figures != null && figures.count() > 0) {
      sums.add(metric, attributes, figures);
    }
  }
}
