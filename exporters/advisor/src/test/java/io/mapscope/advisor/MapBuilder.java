package io.mapscope.advisor;

import io.mapscope.profile.Attribution;
import io.mapscope.profile.Certainty;
import io.mapscope.profile.Contention;
import io.mapscope.profile.ExternalLock;
import io.mapscope.profile.Instances;
import io.mapscope.profile.Latency;
import io.mapscope.profile.LockDetail;
import io.mapscope.profile.LockWaits;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Misuse;
import io.mapscope.profile.MisuseExample;
import io.mapscope.profile.MisuseKind;
import io.mapscope.profile.Nulls;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.OverlapExample;
import io.mapscope.profile.ReportSamples;
import io.mapscope.profile.Site;
import io.mapscope.profile.SiteKind;
import io.mapscope.profile.Threads;
import io.mapscope.profile.Waits;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A profile in the making, for tests of rules; begins as a quiet map of one entry. */
public final class MapBuilder {

  private final String mapClass;
  private final @Nullable String wraps;
  private String id = "0123456789abcdef";
  private SiteKind siteKind = SiteKind.ALLOCATION;
  private String siteClass = "com.acme.Shop";
  private Instances instances = new Instances(1, 1);
  private long entries = 1;
  private double growthPerSecond;
  private long capacity = 16;
  private Threads threads = new Threads(4, 4);
  private double coverage = 1;
  private OperationCounts operations = ReportSamples.counts("getHit", 9_000, "putReplace", 1_000);
  private long traversedEntries;
  private Misuse misuse = Misuse.none();
  private MapFacts facts = MapFacts.none().withNulls(new Nulls(0, 0));

  private MapBuilder(String mapClass, @Nullable String wraps) {
    this.mapClass = mapClass;
    this.wraps = wraps;
  }

  public static MapBuilder of(String mapClass) {
    return new MapBuilder(mapClass, null);
  }

  public static MapBuilder hashMap() {
    return of("java.util.HashMap");
  }

  public static MapBuilder concurrentHashMap() {
    return of("java.util.concurrent.ConcurrentHashMap");
  }

  public static MapBuilder synchronizedMap() {
    return of("java.util.Collections$SynchronizedMap", "java.util.HashMap");
  }

  public static MapBuilder of(String mapClass, String wraps) {
    return new MapBuilder(mapClass, wraps);
  }

  public MapBuilder id(String id) {
    this.id = id;
    return this;
  }

  public MapBuilder siteKind(SiteKind kind) {
    this.siteKind = kind;
    return this;
  }

  public MapBuilder siteClass(String className) {
    this.siteClass = className;
    return this;
  }

  public MapBuilder instances(long created, long alive) {
    this.instances = new Instances(created, alive);
    return this;
  }

  public MapBuilder entries(long entries) {
    this.entries = entries;
    return this;
  }

  public MapBuilder growthPerSecond(double growthPerSecond) {
    this.growthPerSecond = growthPerSecond;
    return this;
  }

  public MapBuilder capacity(long capacity) {
    this.capacity = capacity;
    return this;
  }

  public MapBuilder threads(int readers, int writers) {
    this.threads = new Threads(readers, writers);
    return this;
  }

  public MapBuilder coverage(double coverage) {
    this.coverage = coverage;
    return this;
  }

  /** Names and figures in turn: {@code "getHit", 5}; all others are 0. */
  public MapBuilder operations(Object... namesAndFigures) {
    this.operations = ReportSamples.counts(namesAndFigures);
    return this;
  }

  public MapBuilder traversedEntries(long entries) {
    this.traversedEntries = entries;
    return this;
  }

  public MapBuilder overlaps(long overlaps) {
    List<OverlapExample> examples =
        overlaps == 0
            ? List.of()
            : List.of(
                new OverlapExample(
                    List.of(List.of("com.acme.Shop.read:7"), List.of("com.acme.Shop.write:9"))));
    Misuse before = misuse;
    this.misuse = new Misuse(overlaps, examples);
    for (MisuseKind kind : MisuseKind.values()) {
      this.misuse = misuse.with(kind, before.count(kind), List.of());
    }
    return this;
  }

  /** A misuse that happened {@code count} times; each of {@code stacks} is an example. */
  @SafeVarargs
  public final MapBuilder misuse(MisuseKind kind, long count, List<List<String>>... stacks) {
    List<MisuseExample> examples =
        List.of(stacks).stream().map(example -> new MisuseExample(kind, example)).toList();
    this.misuse = misuse.with(kind, count, examples);
    return this;
  }

  public MapBuilder facts(UnaryOperator<MapFacts> change) {
    this.facts = change.apply(facts);
    return this;
  }

  /** Waits for monitors, attributed for certain. */
  public MapBuilder monitorWaits(long count, long nanos) {
    return monitorWaits(count, nanos, Certainty.CERTAIN);
  }

  public MapBuilder monitorWaits(long count, long nanos, Certainty certainty) {
    Attribution attribution = new Attribution("a test", certainty, count, nanos);
    return facts(
        it ->
            it.withContention(
                new Contention(
                    count,
                    nanos,
                    new Waits(count, nanos),
                    null,
                    0,
                    0,
                    0,
                    0,
                    List.of(attribution))));
  }

  /** Waits for locks around the map; waits for monitors were recorded, and there were none. */
  public MapBuilder lockWaits(long count, long nanos) {
    return facts(
        it ->
            it.withContention(
                new Contention(
                    count,
                    nanos,
                    new Waits(0, 0),
                    new LockWaits(count, nanos, "java.lang.Object"),
                    0,
                    0,
                    0,
                    0,
                    List.of())));
  }

  public MapBuilder latency(Latency latency) {
    return facts(it -> it.withLatency(latency));
  }

  /** Callers hold {@code lock} in {@code held} of {@code samples}. */
  public MapBuilder externalLock(String lock, String kind, long held, long samples) {
    return externalLock(
        new LockDetail(lock, "com.acme.Shop.lock", kind, (double) held / samples, samples, false));
  }

  public MapBuilder externalLock(LockDetail detail) {
    return facts(it -> it.withExternalLock(ExternalLock.of(detail)));
  }

  public MapProfile build() {
    return new MapProfile(
        id,
        mapClass,
        wraps,
        new Site(siteClass, "<init>", 42, "com.acme.Shop.stock", siteKind),
        instances,
        entries,
        growthPerSecond,
        capacity,
        threads,
        coverage,
        operations,
        traversedEntries,
        misuse,
        facts);
  }
}
