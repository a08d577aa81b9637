package io.mapscope.jfr;

import io.mapscope.profile.Allocation;
import io.mapscope.profile.Contention;
import io.mapscope.profile.Copies;
import io.mapscope.profile.Latency;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.Misuse;
import io.mapscope.profile.Quantiles;
import io.mapscope.profile.Serialization;
import io.mapscope.profile.Shape;
import io.mapscope.profile.json.FactsJson;
import io.mapscope.profile.json.MalformedReport;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@link MapFacts} and {@link Misuse} to {@link MapFactsFields} and back, without loss: the fields
 * {@code facts} and {@code misuse} hold them as JSON, all others are derived and not read.
 */
final class MapFactsMapping {

  /** What tools of JFR show as not available, in a field that is a quantity. */
  static final long NOT_AVAILABLE = Long.MIN_VALUE;

  private MapFactsMapping() {}

  static void fill(MapFactsFields event, MapFacts facts, Misuse misuse) {
    fillContention(event, facts.contention());
    fillLatency(event, facts.latency());
    fillAllocation(event, facts.allocation());
    event.treeBins = count(facts.shape(), Shape::treeBins);
    fillCopies(event, facts.copies());
    fillSerializations(event, facts.serializations());
    event.externalLock = facts.externalLock() == null ? null : facts.externalLock().className();
    event.facts = Texts.fill(FactsJson.toJson(facts));
    fillMisuse(event, misuse);
  }

  private static void fillContention(MapFactsFields event, @Nullable Contention contention) {
    event.contentionCount = count(contention, Contention::count);
    event.contentionTime = quantity(contention, Contention::nanos);
    event.casFailures = count(contention, Contention::casFailures);
  }

  private static void fillLatency(MapFactsFields event, @Nullable Latency latency) {
    event.writeP99 = quantity(latency == null ? null : latency.write(), Quantiles::p99);
    event.computeP99 = quantity(latency == null ? null : latency.compute(), Quantiles::p99);
    event.functionP99 = quantity(latency == null ? null : latency.function(), Quantiles::p99);
  }

  private static void fillAllocation(MapFactsFields event, @Nullable Allocation allocation) {
    event.allocated = quantity(allocation, Allocation::bytes);
    event.retained = quantity(allocation, Allocation::retainedBytes);
    event.resizes = count(allocation, Allocation::resizes);
  }

  private static void fillCopies(MapFactsFields event, @Nullable Copies copies) {
    event.copies = count(copies, Copies::count);
    event.copyTime = quantity(copies, Copies::nanos);
    event.copiedBytes = quantity(copies, Copies::bytes);
    event.tornCopies = count(copies, Copies::torn);
  }

  private static void fillSerializations(
      MapFactsFields event, @Nullable List<Serialization> formats) {
    event.serializations = count(formats, all -> sum(all, Serialization::count));
    event.serializationTime = quantity(formats, all -> sum(all, Serialization::nanos));
    event.serializedBytes = quantity(formats, all -> sum(all, Serialization::bytes));
  }

  private static void fillMisuse(MapFactsFields event, Misuse misuse) {
    event.overlaps = misuse.overlaps();
    event.overlapExamples = OverlapText.join(misuse.overlapExamples());
    event.checkThenAct = misuse.checkThenAct();
    event.lostRaces = misuse.lostRaces();
    event.tornTraversals = misuse.tornTraversals();
    event.concurrentModificationExceptions = misuse.concurrentModificationExceptions();
    event.misuse = Texts.fill(FactsJson.toJson(misuse));
  }

  private static <T> long count(@Nullable T section, ToLongFunction<T> figure) {
    return section == null ? MapFactsFields.NOT_RECORDED : figure.applyAsLong(section);
  }

  private static <T> long quantity(@Nullable T section, ToLongFunction<T> figure) {
    return known(count(section, figure));
  }

  /** A figure as a quantity, which tools of JFR show as not available when it is not known. */
  static long known(long figure) {
    return figure == MapFacts.UNKNOWN ? NOT_AVAILABLE : figure;
  }

  /** The known figures together, stuck at the largest long. */
  private static long sum(List<Serialization> formats, ToLongFunction<Serialization> figure) {
    long sum = 0;
    for (Serialization format : formats) {
      sum += Math.max(0, figure.applyAsLong(format));
      sum = sum < 0 ? Long.MAX_VALUE : sum;
    }
    return sum;
  }

  /**
   * The facts that the event was filled from.
   *
   * @throws IllegalArgumentException when they cannot be read
   */
  static MapFacts readFacts(EventFields event) {
    try {
      return FactsJson.readFacts(event.ownText("facts"));
    } catch (MalformedReport e) {
      throw new IllegalArgumentException("field facts: " + e.getMessage(), e);
    }
  }

  /**
   * The misuse that the event was filled from.
   *
   * @throws IllegalArgumentException when it cannot be read
   */
  static Misuse readMisuse(EventFields event) {
    try {
      return FactsJson.readMisuse(event.ownText("misuse"));
    } catch (MalformedReport e) {
      throw new IllegalArgumentException("field misuse: " + e.getMessage(), e);
    }
  }
}
