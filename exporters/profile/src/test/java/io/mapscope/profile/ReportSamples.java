package io.mapscope.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Reports for the tests of this module and of all that write or read reports. */
public final class ReportSamples {

  /** Every kind of character that some format or terminal gives a meaning to. */
  public static final String NASTY =
      "q\"b\\s/\b\f\n\r\t\0\u001b[31m\u007f\u009b\u2028\u2029\u202e\ud800x\udc00\ud83d\ude00é<&>'=,;|";

  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00.125Z");

  private ReportSamples() {}

  /** The maps of a small shop: a hot table, a racing map, a wrapper, the overflow site. */
  public static Report shop() {
    return report(List.of(routes(), sessions(), audit(), overflow()));
  }

  /** A JVM that used no map that is tracked. */
  public static Report empty() {
    AgentInfo agent =
        new AgentInfo(
            "0.1.0", "1%", 0.25, Double.NaN, 0, 0, 0, 0, List.of(), List.of(), List.of(), 0);
    return new Report(NOON, 0, new JvmInfo("17", "V", 1, "", 1, "Serial"), agent, List.of());
  }

  /** A report in which every text contains {@link #NASTY} and every number is extreme. */
  public static Report nasty() {
    Site site = new Site("C" + NASTY, "m" + NASTY, -1, NASTY, SiteKind.FIRST_USE);
    OverlapExample example = new OverlapExample(List.of(List.of(NASTY, ""), List.of()));
    long[] most = new long[Operation.values().length];
    Arrays.fill(most, Long.MAX_VALUE);
    OperationCounts counts = OperationCounts.of(most);
    MapProfile map =
        new MapProfile(
            "id" + NASTY,
            "class" + NASTY,
            "wraps" + NASTY,
            site,
            new Instances(Long.MAX_VALUE, Long.MAX_VALUE),
            Long.MAX_VALUE,
            -Double.MAX_VALUE,
            Long.MAX_VALUE,
            new Threads(Integer.MAX_VALUE, Integer.MAX_VALUE),
            Double.MIN_VALUE,
            counts,
            Long.MAX_VALUE,
            nastyMisuse(example),
            FactsSamples.extreme(NASTY));
    AgentInfo agent =
        new AgentInfo(
            NASTY,
            NASTY,
            1 / 3.0,
            1e-7,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            Integer.MAX_VALUE,
            List.of(NASTY, "", "x"),
            List.of(new RefusedClass(NASTY, NASTY), new RefusedClass("", "")),
            List.of(new UntrackedMaps(NASTY, Long.MAX_VALUE, counts)),
            Long.MAX_VALUE);
    JvmInfo jvm =
        new JvmInfo(NASTY, NASTY, Long.MAX_VALUE, NASTY, Integer.MAX_VALUE, NASTY)
            .withTotals(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    return new Report(Instant.ofEpochMilli(-1), 1e9 + 0.001, jvm, agent, List.of(map));
  }

  private static Misuse nastyMisuse(OverlapExample example) {
    Misuse misuse = new Misuse(Long.MAX_VALUE, List.of(example, new OverlapExample(List.of())));
    for (MisuseKind kind : MisuseKind.COUNTED) {
      MisuseExample more = new MisuseExample(kind, List.of(List.of(NASTY), List.of()));
      misuse = misuse.with(kind, Long.MAX_VALUE, List.of(more));
    }
    return misuse;
  }

  /** A report with random figures and names, the same for the same seed. */
  public static Report random(long seed) {
    Random random = new Random(seed);
    List<MapProfile> maps = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      maps.add(randomMap(random, "map-" + i));
    }
    return report(maps);
  }

  /** Counts of operations given as name and figure in turn: {@code "getHit", 5}. */
  public static OperationCounts counts(Object... namesAndFigures) {
    Map<Operation, Long> counts = new EnumMap<>(Operation.class);
    for (int i = 0; i < namesAndFigures.length; i += 2) {
      Operation operation = Operation.ofJsonName((String) namesAndFigures[i]);
      counts.put(operation, ((Number) namesAndFigures[i + 1]).longValue());
    }
    return OperationCounts.of(counts);
  }

  /** The shop's JVM and agent around other maps. */
  public static Report report(List<MapProfile> maps) {
    JvmInfo jvm =
        new JvmInfo("17.0.15+6", "Eclipse Adoptium", 4711, "com.acme.shop.Main", 2, "G1")
            .withTotals(31_200_000_000L, 4_800_000_000L, 536_870_912);
    return new Report(NOON, 30.125, jvm, shopAgent(), maps);
  }

  private static AgentInfo shopAgent() {
    return new AgentInfo(
        "0.1.0",
        "off",
        1,
        0.0123,
        3,
        1,
        10_412,
        37,
        List.of("java.util.HashMap", "java.util.concurrent.ConcurrentHashMap"),
        List.of(new RefusedClass("com.acme.OddMap", "its class file is of an unknown version")),
        List.of(
            new UntrackedMaps("jdk-internal", 812, counts("getHit", 120_000, "putNew", 900)),
            new UntrackedMaps("over-budget", 1_000_000, counts("putNew", 2_000_000))),
        250);
  }

  private static MapProfile routes() {
    return new MapProfile(
        "a1b2c3d4e5f60718",
        "java.util.concurrent.ConcurrentHashMap",
        null,
        new Site(
            "com.acme.shop.Routes",
            "<clinit>",
            21,
            "com.acme.shop.Routes.table",
            SiteKind.ALLOCATION),
        new Instances(1, 1),
        212,
        0,
        512,
        new Threads(16, 1),
        1,
        counts("getHit", 1_203_441, "getMiss", 12_004, "putNew", 212, "size", 30),
        0,
        Misuse.none(),
        FactsSamples.routes());
  }

  private static MapProfile sessions() {
    return new MapProfile(
        "b1b2c3d4e5f60718",
        "java.util.HashMap",
        null,
        new Site(
            "com.acme.shop.Sessions",
            "<init>",
            17,
            "com.acme.shop.Sessions.byId",
            SiteKind.ALLOCATION),
        new Instances(1, 1),
        4_096,
        135.97,
        8_192,
        new Threads(8, 8),
        1,
        counts(
            "getHit", 90_000, "getMiss", 4_100, "putNew", 4_096, "removeHit", 12, "traversals", 3),
        12_288,
        FactsSamples.sessionsMisuse());
  }

  private static MapProfile audit() {
    return new MapProfile(
        "c1b2c3d4e5f60718",
        "java.util.Collections$SynchronizedMap",
        "java.util.HashMap",
        new Site("com.acme.shop.audit.Trail", "start", -1, null, SiteKind.FIRST_USE),
        new Instances(10_000, 3),
        0,
        -0.5,
        -1,
        new Threads(0, 1),
        1,
        counts("merge", 40),
        0,
        Misuse.none(),
        FactsSamples.audit());
  }

  private static MapProfile overflow() {
    return new MapProfile(
        "overflow",
        "java.util.TreeMap",
        null,
        Site.overflow(),
        new Instances(5, 0),
        0,
        0,
        -1,
        new Threads(0, 0),
        1,
        OperationCounts.zero(),
        0,
        Misuse.none());
  }

  private static MapProfile randomMap(Random random, String id) {
    long[] counts =
        random.longs(Operation.values().length, 0, 1L << random.nextInt(1, 50)).toArray();
    int created = random.nextInt(1, 1_000_000);
    return new MapProfile(
        id,
        "java.util." + randomName(random),
        random.nextBoolean() ? "java.util." + randomName(random) : null,
        randomSite(random),
        new Instances(created, random.nextInt(created)),
        random.nextInt(1_000_000),
        random.nextGaussian() * 1000,
        random.nextInt(-1, 1_000_000),
        new Threads(random.nextInt(500), random.nextInt(500)),
        random.nextDouble(),
        OperationCounts.of(counts),
        random.nextInt(1_000_000),
        FactsSamples.randomMisuse(random),
        FactsSamples.random(random));
  }

  private static Site randomSite(Random random) {
    String className = "com." + randomName(random) + "." + randomName(random);
    @Nullable String field = random.nextBoolean() ? className + "." + randomName(random) : null;
    return new Site(
        className, randomName(random), random.nextInt(-1, 9999), field, SiteKind.ALLOCATION);
  }

  /** A name of 1 to 200 characters out of everything a class file allows and more. */
  private static String randomName(Random random) {
    StringBuilder name = new StringBuilder();
    for (int i = random.nextInt(1, 1 << random.nextInt(1, 8)); i > 0; i--) {
      int wide = random.nextInt(0x2fff);
      name.append(random.nextInt(20) == 0 ? (char) wide : (char) ('a' + wide % 26));
    }
    return name.toString();
  }
}
