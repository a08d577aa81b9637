package io.mapscope.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Facts about maps for the tests of this module and of all that write or read reports. */
public final class FactsSamples {

  private static final long UNKNOWN = MapFacts.UNKNOWN;

  private FactsSamples() {}

  /** A hot concurrent map: every section of the report is filled. */
  public static MapFacts routes() {
    return MapFacts.none()
        .withNulls(new Nulls(0, 0))
        .withHotKeys(List.of(new HotKey("5f3a0c11", 0.41), new HotKey("00c2b7e4", 0.07)))
        .withKeyClass("java.lang.String")
        .withContention(
            new Contention(
                1_204,
                2_310_000_000L,
                new Waits(1_100, 2_250_000_000L),
                new LockWaits(12, 40_000_000, "java.util.concurrent.locks.ReentrantLock"),
                310,
                42,
                7,
                92,
                List.of(
                    new Attribution(
                        "stack of the wait ends in the map's call site",
                        Certainty.LIKELY,
                        1_100,
                        2_250_000_000L),
                    new Attribution("hook inside the map", Certainty.CERTAIN, 104, 60_000_000))))
        .withLatency(
            new Latency(
                new Quantiles(180, 12_400, 3_200_000, 512, writes()),
                new Quantiles(900_000, 41_000_000, 88_000_000, 64),
                new Quantiles(850_000, 40_000_000, 87_500_000, 64, functions()),
                new Quantiles(920, 61_000, 9_800_000, 1_204),
                2))
        .withAllocation(new Allocation(10_880, 212, 4_096, 3, 10_900))
        .withCopies(new Copies(20, 4_200, 3_100_000, 168_000, 3, 17, copying()))
        .withSerializations(
            List.of(
                new Serialization(
                    "java",
                    1,
                    212,
                    9_120,
                    420_000,
                    31_000,
                    0,
                    0,
                    one(Distribution.NANOS_BOUNDS, 8, 420_000),
                    one(Distribution.BYTES_BOUNDS, 3, 9_120))))
        .withExternalLock(ExternalLock.none())
        .withCallSites(
            List.of(
                new CallSite("com.acme.shop.Router.route:88", "getHit", 0.93),
                new CallSite("com.acme.shop.Routes.<clinit>:24", "putNew", 0.07)))
        .withShape(Shape.none().withValues(0, 40).withInsertionOrderTraversals(0).withBins(2, 1))
        .withNature(new Nature("java.util.concurrent.ConcurrentHashMap", false, false, false))
        .withHistory(new History(2, List.of(10L, 96L, 180L, 212L, 212L)))
        .withActivity(
            new Activity(
                List.of(0.0, 10.0, 20.0, 30.1),
                List.of(0L, 400_000L, 900_000L, 1_215_687L),
                List.of(0L, 100_000_000L, 2_200_000_000L, 2_310_000_000L)))
        .withLives(new Lives(0, 1, 0, 0, 0, UNKNOWN, UNKNOWN, UNKNOWN, 0, 0))
        .withSpread(new Spread(6_400, 2_170, 2_170.3, 2_650))
        .withOperationErrors(OperationCounts.of(Map.of(Operation.GET_HIT, 1_200L)));
  }

  private static Distribution writes() {
    return new Distribution(
        List.of(20L, 470L, 6L, 4L, 3L, 4L, 3L, 1L, 0L, 0L, 1L, 0L, 0L, 0L, 0L, 0L), 3_990_000);
  }

  private static Distribution functions() {
    return new Distribution(
        List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 4L, 36L, 10L, 8L, 4L, 2L, 0L, 0L, 0L), 220_000_000);
  }

  private static Distribution copying() {
    return new Distribution(
        List.of(0L, 0L, 0L, 0L, 0L, 2L, 12L, 4L, 2L, 0L, 0L, 0L, 0L, 0L, 0L, 0L), 3_100_000);
  }

  private static Distribution one(List<Long> bounds, int bucket, long value) {
    List<Long> counts = new ArrayList<>(Collections.nCopies(bounds.size() + 1, 0L));
    counts.set(bucket, 1L);
    return new Distribution(counts, value);
  }

  /** A synchronized map whose callers lock it themselves, copied and serialized. */
  public static MapFacts audit() {
    return MapFacts.none()
        .withNulls(new Nulls(0, 3))
        .withContention(
            new Contention(15, 95_000_000, new Waits(15, 95_000_000), null, 0, 0, 0, 0, List.of()))
        .withCopies(new Copies(4, 400, 60_000, 12_800, 0, 0))
        .withSerializations(
            List.of(
                new Serialization(
                    "jackson-json", 300, 29_000, 2_100_000, 450_000_000, 9_000_000, 2, 280),
                new Serialization("jackson-convert", 5, 50, UNKNOWN, 900_000, UNKNOWN, 0, UNKNOWN)))
        .withExternalLock(
            ExternalLock.of(
                new LockDetail(
                    "java.util.Collections$SynchronizedMap",
                    "com.acme.shop.audit.Trail.events",
                    LockDetail.MONITOR,
                    0.88,
                    25,
                    true)))
        .withShape(Shape.none().withValues(9, 10).withWatchedValues(40, 12, 0))
        .withNature(new Nature("java.util.LinkedHashMap", true, true, false))
        .withLives(new Lives(9_997, 12, 2, 9_000, 27_000, 64, 128, 128, 1, 65_000));
  }

  /** Misuse of every kind, with examples. */
  public static Misuse sessionsMisuse() {
    List<String> reader = List.of("java.util.HashMap.get", "com.acme.shop.Sessions.find:40");
    List<String> writer = List.of("java.util.HashMap.put", "com.acme.shop.Sessions.open:52");
    List<String> walker =
        List.of("java.util.HashMap$HashIterator.nextNode", "com.acme.shop.Sessions.expire:77");
    return new Misuse(12, List.of(new OverlapExample(List.of(reader, writer))))
        .with(
            MisuseKind.CHECK_THEN_ACT,
            4_050,
            List.of(example(MisuseKind.CHECK_THEN_ACT, reader, writer)))
        .with(MisuseKind.LOST_RACE, 31, List.of(example(MisuseKind.LOST_RACE, reader, writer)))
        .with(MisuseKind.TORN_TRAVERSAL, 3, List.of(example(MisuseKind.TORN_TRAVERSAL, walker)))
        .withTraversals(40, 17)
        .withExamples(List.of(example(MisuseKind.RECURSION, writer)))
        .with(
            MisuseKind.CONCURRENT_MODIFICATION,
            1,
            List.of(example(MisuseKind.CONCURRENT_MODIFICATION, walker)));
  }

  /** Every text contains {@code nasty}, every figure is extreme. */
  public static MapFacts extreme(String nasty) {
    long most = Long.MAX_VALUE;
    Quantiles quantiles = new Quantiles(most, most, most, most);
    return MapFacts.none()
        .withNulls(new Nulls(most, most))
        .withHotKeys(List.of(new HotKey(nasty, Double.MIN_VALUE), new HotKey("", 1)))
        .withContention(
            new Contention(
                most,
                most,
                new Waits(most, most),
                new LockWaits(most, most, nasty),
                most,
                most,
                most,
                most,
                List.of(new Attribution(nasty, Certainty.POSSIBLE, most, most))))
        .withLatency(new Latency(quantiles, quantiles, quantiles, quantiles, most))
        .withAllocation(new Allocation(most, most, most, most, most))
        .withCopies(new Copies(most, most, most, most, most, most))
        .withSerializations(
            List.of(
                new Serialization(nasty, most, most, most, most, most, most, most),
                new Serialization("", 0, 0, UNKNOWN, 0, UNKNOWN, 0, UNKNOWN)))
        .withExternalLock(
            new ExternalLock(
                nasty, new LockDetail(nasty, nasty, LockDetail.LOCK, 1 / 3.0, most, false)))
        .withCallSites(List.of(new CallSite(nasty, nasty, 1 / 3.0)))
        .withShape(
            Shape.none()
                .withValues(most, most)
                .withBins(most, most)
                .withWatchedValues(most, most, most))
        .withNature(new Nature(nasty, true, true, true))
        .withHistory(new History(Double.MAX_VALUE, List.of(most, 0L)))
        .withActivity(new Activity(List.of(Double.MAX_VALUE), List.of(most), List.of(most)))
        .withLives(new Lives(most, most, most, most, most, most, most, most, most, most))
        .withSpread(new Spread(most, most, Double.MIN_VALUE, most));
  }

  /** Some sections, with random figures. */
  public static MapFacts random(Random random) {
    MapFacts facts = MapFacts.none();
    facts = random.nextBoolean() ? facts : facts.withNulls(new Nulls(any(random), any(random)));
    facts = random.nextBoolean() ? facts : facts.withHotKeys(randomKeys(random));
    facts = random.nextBoolean() ? facts : facts.withKeyClass("java.lang.Integer");
    facts = random.nextBoolean() ? facts : facts.withContention(randomContention(random));
    facts = random.nextBoolean() ? facts : facts.withLatency(randomLatency(random));
    facts = random.nextBoolean() ? facts : facts.withAllocation(randomAllocation(random));
    facts = random.nextBoolean() ? facts : facts.withCopies(randomCopies(random));
    facts = random.nextBoolean() ? facts : facts.withSerializations(List.of());
    facts = random.nextBoolean() ? facts : facts.withCallSites(List.of());
    facts = random.nextBoolean() ? facts : facts.withNature(randomNature(random));
    facts = random.nextBoolean() ? facts : facts.withHistory(randomHistory(random));
    facts = random.nextBoolean() ? facts : facts.withActivity(randomActivity(random));
    facts = random.nextBoolean() ? facts : facts.withLives(randomLives(random));
    facts = random.nextBoolean() ? facts : facts.withOperationErrors(randomErrors(random));
    return random.nextBoolean() ? facts : facts.withShape(randomShape(random));
  }

  /** Misuse with random counts, some of them not recorded. */
  static Misuse randomMisuse(Random random) {
    Misuse misuse = new Misuse(random.nextInt(3), List.of());
    for (MisuseKind kind : MisuseKind.COUNTED) {
      misuse = misuse.with(kind, random.nextInt(-1, 3), List.of());
    }
    return misuse.withTraversals(random.nextInt(-1, 9), random.nextInt(-1, 9));
  }

  private static OperationCounts randomErrors(Random random) {
    long[] errors = new long[Operation.values().length];
    Arrays.setAll(errors, i -> any(random));
    return OperationCounts.of(errors);
  }

  private static List<HotKey> randomKeys(Random random) {
    List<HotKey> keys = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      keys.add(new HotKey(Integer.toHexString(random.nextInt()), random.nextDouble()));
    }
    return keys;
  }

  private static Contention randomContention(Random random) {
    @Nullable Waits monitor = random.nextBoolean() ? null : new Waits(any(random), any(random));
    return new Contention(
        any(random),
        any(random),
        monitor,
        null,
        any(random),
        any(random),
        any(random),
        any(random),
        List.of());
  }

  private static Latency randomLatency(Random random) {
    Quantiles write = new Quantiles(any(random), any(random), any(random), any(random));
    return new Latency(write, null, null, null, random.nextInt(-1, 3));
  }

  private static Allocation randomAllocation(Random random) {
    return new Allocation(
        any(random), any(random), any(random), any(random), random.nextInt(-1, 1000));
  }

  private static Copies randomCopies(Random random) {
    return new Copies(any(random), any(random), any(random), any(random), any(random), any(random));
  }

  private static Shape randomShape(Random random) {
    return Shape.none().withInsertionOrderTraversals(random.nextInt(-1, 5));
  }

  private static Nature randomNature(Random random) {
    @Nullable String base = random.nextBoolean() ? null : "java.util.HashMap";
    return new Nature(base, random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
  }

  private static History randomHistory(Random random) {
    List<Long> entries = new ArrayList<>();
    for (int i = random.nextInt(History.MOST_PERIODS); i > 0; i--) {
      entries.add(any(random));
    }
    return new History(random.nextDouble() * 100, entries);
  }

  private static Activity randomActivity(Random random) {
    List<Double> seconds = new ArrayList<>();
    List<Long> operations = new ArrayList<>();
    long sum = 0;
    for (int i = random.nextInt(Activity.MOST_MOMENTS); i >= 0; i--) {
      seconds.add(10.0 * seconds.size());
      operations.add(sum);
      sum += random.nextInt(100_000);
    }
    return new Activity(seconds, operations, random.nextBoolean() ? List.of() : operations);
  }

  private static Lives randomLives(Random random) {
    return new Lives(
        any(random),
        any(random),
        any(random),
        any(random),
        any(random),
        random.nextInt(-1, 64),
        random.nextInt(-1, 64),
        random.nextInt(-1, 64),
        any(random),
        any(random));
  }

  private static long any(Random random) {
    return random.nextLong(1L << random.nextInt(1, 62));
  }

  @SafeVarargs
  private static MisuseExample example(MisuseKind kind, List<String>... stacks) {
    return new MisuseExample(kind, List.of(stacks));
  }
}
