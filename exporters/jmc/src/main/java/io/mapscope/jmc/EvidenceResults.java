package io.mapscope.jmc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.IUnit;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.rules.ResultBuilder;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;

/**
 * The figures of a finding's evidence as quantities: the unit is in their names, see {@code
 * Finding}.
 */
final class EvidenceResults {

  /** Names of all figures that the advisor's rules give; a test holds them against the rules. */
  static final List<String> NAMES =
      List.of(
          """
          allocatedBytesPerSecond binsInUse binsInUseIfRandom binsLookedAt blockedNanos
          blockedThreads buckets changedLooks copies copiesPerSecond copyNanos counterCollisions
          cpuRatio discardedTableBytesPerSecond endedMaps entries entriesPerCopy entriesPerMap
          entriesPerSecond entriesPerSerialization exceptions finalBuckets functionP50Nanos
          functionP99Nanos functionSamples heldRatio heldSamples hits hottestKeyRatio insertions
          liveMaps looks lostRaces mapsCreated mapsEnded mapsShared misses movedEntriesPerSecond
          mutableValues observedSeconds operations ordered overlaps presentRatio readRatio
          readingThreads readsPerSecond recursions redundant removals resizesPerMap retainedBytes
          sampledPairs secondsToFillTheHeap serializationNanos serializations sharedStripes
          sizeCalls sizeCallsPerSecond sizeRatio spareBytes sparseMaps stripes tornCopies
          tornSerializations tornTraversals traversals treeBins unusedMaps valueSamples waits writes
          writesDuringWorstCopy writingThreads
          """
              .trim()
              .split("\\s+"));

  private static final Map<String, IUnit> UNITS_BY_ENDING =
      Map.of(
          "Nanos", UnitLookup.NANOSECOND,
          "Bytes", UnitLookup.BYTE,
          "Ratio", UnitLookup.PERCENT_UNITY,
          "PerSecond", UnitLookup.HERTZ,
          "Seconds", UnitLookup.SECOND);

  private EvidenceResults() {}

  /** A result for each of {@link #NAMES}. */
  static Collection<TypedResult<?>> all() {
    List<TypedResult<?>> all = new ArrayList<>();
    NAMES.forEach(name -> all.add(of(name)));
    return all;
  }

  /** The result that holds the figure of that name. */
  static TypedResult<IQuantity> of(String name) {
    String words = words(name);
    return new TypedResult<>(
        "mapscope.evidence." + name,
        words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
        "Evidence of the finding: " + words,
        unit(name).getContentType(),
        IQuantity.class);
  }

  /** Adds the figures among {@code evidence}; texts are left to the explanation. */
  static void add(Map<String, Object> evidence, ResultBuilder result) {
    evidence.forEach(
        (name, value) -> {
          IQuantity quantity = quantity(name, value);
          if (quantity != null) {
            result.addResult(of(name), quantity);
          }
        });
  }

  /** The figure with its unit, or null when {@code value} is a text or texts. */
  static @Nullable IQuantity quantity(String name, Object value) {
    return value instanceof Number number ? unit(name).quantity(number) : null;
  }

  private static IUnit unit(String name) {
    return UNITS_BY_ENDING.getOrDefault(ending(name), UnitLookup.NUMBER_UNITY);
  }

  private static String ending(String name) {
    return UNITS_BY_ENDING.keySet().stream().filter(name::endsWith).findFirst().orElse("");
  }

  /** {@code blockedNanos} as {@code blocked}: a quantity brings its unit. */
  static String words(String name) {
    String ending = ending(name);
    boolean unitIsAWord = ending.equals("Ratio") || ending.equals("PerSecond");
    String bare = unitIsAWord ? name : name.substring(0, name.length() - ending.length());
    return bare.replaceAll("(?<=[\\p{Lower}\\d])(\\p{Upper})", " $1").toLowerCase(Locale.ROOT);
  }
}
