package io.mapscope.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings for the tests of this module and of all that write or read reports. */
public final class FindingSamples {

  private static final String NASTY = ReportSamples.NASTY;

  private FindingSamples() {}

  /** What an advisor could say about the maps of {@link ReportSamples#shop}, gravest first. */
  public static List<Finding> shop() {
    return List.of(racingSessions(), routesCopiedOnWrite());
  }

  /** A finding with every kind of dangerous character and number, and one with hardly anything. */
  public static List<Finding> nasty() {
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("text", NASTY);
    evidence.put("most", Long.MAX_VALUE);
    evidence.put("least", Long.MIN_VALUE);
    evidence.put("small", Double.MIN_VALUE);
    evidence.put("large", -Double.MAX_VALUE);
    evidence.put("whole", 3.0);
    evidence.put("minusZero", -0.0);
    evidence.put("texts", List.of(NASTY, ""));
    evidence.put("noTexts", List.of());
    Replacement replacement = new Replacement(NASTY, NASTY, NASTY);
    return List.of(
        new Finding(
            "id" + NASTY,
            "rule" + NASTY,
            Severity.INFO,
            "id" + NASTY,
            NASTY,
            NASTY,
            1 / 3.0,
            evidence,
            replacement,
            List.of(NASTY, "")),
        new Finding(
            "",
            "",
            Severity.WARNING,
            "gone",
            "",
            "",
            0,
            Map.of(),
            new Replacement("", null, null),
            List.of()));
  }

  /** The findings of {@link #shop}, the second with a measured gain. */
  public static List<Finding> proven() {
    return List.of(racingSessions(), routesCopiedOnWrite().withProvenGain(gain()));
  }

  /** The findings of {@link #nasty}, with gains that are no nicer. */
  public static List<Finding> nastyProven() {
    return nasty().stream().map(finding -> finding.withProvenGain(nastyGain())).toList();
  }

  private static ProvenGain nastyGain() {
    return new ProvenGain(
        null,
        0,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        0,
        false,
        NASTY,
        List.of(
            ProvenCandidate.unmeasured(NASTY, ProvenVerdict.NOT_MEASURED, List.of(NASTY), NASTY)),
        List.of(NASTY),
        List.of(NASTY, ""),
        List.of());
  }

  private static Finding racingSessions() {
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("overlaps", 1_407L);
    evidence.put("readRatio", 0.958);
    evidence.put("threads", List.of("http-1", "http-2"));
    return new Finding(
        "unsafe-shared-map-b1b2c3d4e5f60718",
        "unsafe-shared-map",
        Severity.ERROR,
        "b1b2c3d4e5f60718",
        "HashMap Sessions.byId is used by several threads at once",
        "Two threads were inside this HashMap at the same time 1,407 times, one of them writing.",
        1,
        evidence,
        new Replacement(
            "concurrent",
            "java.util.concurrent.ConcurrentHashMap",
            "private final Map<String, Session> byId = new ConcurrentHashMap<>();\n"),
        List.of(
            "ConcurrentHashMap allows no null keys or values; none were seen.",
            "Operations that belong together must be made one, as with computeIfAbsent."));
  }

  private static Finding routesCopiedOnWrite() {
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("readRatio", 0.9998);
    evidence.put("entries", 212L);
    return new Finding(
        "copy-on-write-candidate-a1b2c3d4e5f60718",
        "copy-on-write-candidate",
        Severity.INFO,
        "a1b2c3d4e5f60718",
        "Routes.table is read 5,733 times for each write",
        "1,215,475 reads and 212 writes in 30 s, 212 entries.",
        0.8,
        evidence,
        new Replacement("safe-copy", "java.util.Map", "table = Map.copyOf(changed);\n"),
        List.of());
  }

  /** What a replay could have measured: one form faster, one that gives other results. */
  public static ProvenGain gain() {
    double unknown = Double.NaN;
    return new ProvenGain(
        "immutable map in a volatile field",
        4,
        212,
        42,
        3,
        true,
        "17.0.21+9, 2 CPUs, G1",
        List.of(
            new ProvenCandidate(
                "ConcurrentHashMap",
                ProvenVerdict.BASELINE,
                20e6,
                null,
                60,
                410,
                0.25,
                40.5,
                1e6,
                List.of(),
                null),
            new ProvenCandidate(
                "immutable map in a volatile field",
                ProvenVerdict.FASTER,
                64e6,
                new ProvenRatio(3.2, 2.9, 3.53),
                40,
                unknown,
                12,
                unknown,
                0,
                List.of("each write copies the whole map"),
                null),
            ProvenCandidate.unmeasured(
                "something else",
                ProvenVerdict.NOT_EQUIVALENT,
                List.of(),
                "operation 3 gave 1 instead of 2")),
        List.of("212 entries in the map", "4 threads"),
        List.of("classes of keys and values"),
        List.of("recorded on 8 CPUs, here 2"));
  }
}
