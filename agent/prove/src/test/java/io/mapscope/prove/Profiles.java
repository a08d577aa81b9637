package io.mapscope.prove;

import io.mapscope.profile.Finding;
import io.mapscope.profile.Instances;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Misuse;
import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.Replacement;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import io.mapscope.profile.Serialization;
import io.mapscope.profile.Severity;
import io.mapscope.profile.Site;
import io.mapscope.profile.SiteKind;
import io.mapscope.profile.Threads;
import io.mapscope.prove.serial.RecordedSerialization;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Profiles for the tests of this module. */
public final class Profiles {

  private Profiles() {}

  /** A map of 1,000 entries that {@code threads} threads used. */
  public static MapProfile map(
      String mapClass, @Nullable String wraps, int threads, Map<Operation, Long> operations) {
    return map(mapClass, wraps, 1_000, threads, operations);
  }

  /** The same of {@code entries}. */
  public static MapProfile map(
      String mapClass,
      @Nullable String wraps,
      long entries,
      int threads,
      Map<Operation, Long> operations) {
    return new MapProfile(
        "m1",
        mapClass,
        wraps,
        new Site("shop.Prices", "<init>", 7, "shop.Prices.byId", SiteKind.ALLOCATION),
        new Instances(1, 1),
        entries,
        0,
        MapProfile.UNKNOWN_CAPACITY,
        new Threads(threads, threads),
        1,
        OperationCounts.of(operations),
        0,
        Misuse.none());
  }

  /** What a web shop does to its prices: mostly looks, some changes, entries come and go. */
  public static Map<Operation, Long> busy() {
    return Map.of(
        Operation.GET_HIT, 700L,
        Operation.GET_MISS, 100L,
        Operation.PUT_NEW, 40L,
        Operation.PUT_REPLACE, 60L,
        Operation.REMOVE_HIT, 40L,
        Operation.REMOVE_MISS, 10L,
        Operation.MERGE, 30L,
        Operation.COMPUTE_IF_ABSENT_PRESENT, 10L,
        Operation.SIZE, 9L,
        Operation.TRAVERSALS, 1L);
  }

  /** A finding of {@code rule} about {@link #map}. */
  public static Finding finding(String rule, String kind, @Nullable String type) {
    return new Finding(
        rule + "-m1",
        rule,
        Severity.WARNING,
        "m1",
        "Prices.byId: slow",
        "Threads wait.",
        1,
        Map.of(),
        new Replacement(kind, type, null),
        List.of());
  }

  /** A map of 1,000 entries, made once, that was serialized and written {@code count} times. */
  public static MapProfile serialized(
      String mapClass, String format, long count, long redundant, long torn) {
    Serialization item =
        new Serialization(
            format, count, count * 1_000, count * 90_000, 1_000_000, 0, torn, redundant);
    Map<Operation, Long> operations =
        Map.of(Operation.PUT_NEW, 1_000L, Operation.PUT_REPLACE, count);
    return map(mapClass, null, 2, operations)
        .withFacts(MapFacts.none().withSerializations(List.of(item)));
  }

  /** The same of a class that everybody knows. */
  public static MapProfile serialized(String format, long count, long redundant, long torn) {
    String known = "java.util.concurrent.ConcurrentHashMap";
    return serialized(known, format, count, redundant, torn);
  }

  /** What is known of the serialization of {@link #serialized}. */
  public static RecordedSerialization recorded(
      String format, long count, long redundant, long torn) {
    return Objects.requireNonNull(
        RecordedSerialization.of(serialized(format, count, redundant, torn)));
  }

  /** A report of {@code map} alone. */
  public static Report report(MapProfile map, List<Finding> findings) {
    Report any = ReportSamples.shop();
    return new Report(any.generatedAt(), 1, any.jvm(), any.agent(), List.of(map), findings);
  }
}
