package io.mapscope.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What was done to the maps of a site that their classes do not allow, or do not make safe. The
 * counts after {@code overlapExamples} are {@link MapFacts#UNKNOWN} when they were not recorded.
 *
 * @param overlaps how often two threads were inside an unsynchronised map at once, a writer among
 *     them
 * @param overlapExamples a few of those occasions, with the stacks of both threads
 * @param checkThenAct look-ups followed by a write of the same key, as two operations
 * @param lostRaces those of them where another thread provably got in between
 * @param tornTraversals sampled traversals during which other threads wrote to the map
 * @param traversalsWatched sampled traversals that came to their end, of which those are a part
 * @param mostWritesDuringTraversal writes by other threads during the worst of them
 * @param concurrentModificationExceptions traversals that ended with that exception
 * @param examples a few occasions of these, with stacks, and of recursions
 */
public record Misuse(
    long overlaps,
    List<OverlapExample> overlapExamples,
    long checkThenAct,
    long lostRaces,
    long tornTraversals,
    long traversalsWatched,
    long mostWritesDuringTraversal,
    long concurrentModificationExceptions,
    List<MisuseExample> examples) {

  private static final Misuse NONE = new Misuse(0, List.of());

  /** Checks the counts and copies the examples. */
  public Misuse {
    Require.nonNegative(overlaps, "misuse.overlaps");
    overlapExamples = List.copyOf(overlapExamples);
    checkThenAct = Require.orUnknown(checkThenAct);
    lostRaces = Require.orUnknown(lostRaces);
    tornTraversals = Require.orUnknown(tornTraversals);
    traversalsWatched = Require.orUnknown(traversalsWatched);
    mostWritesDuringTraversal = Require.orUnknown(mostWritesDuringTraversal);
    concurrentModificationExceptions = Require.orUnknown(concurrentModificationExceptions);
    examples = List.copyOf(examples);
  }

  /** Overlaps alone, nothing else was recorded. */
  public Misuse(long overlaps, List<OverlapExample> overlapExamples) {
    this(
        overlaps,
        overlapExamples,
        MapFacts.UNKNOWN,
        MapFacts.UNKNOWN,
        MapFacts.UNKNOWN,
        MapFacts.UNKNOWN,
        MapFacts.UNKNOWN,
        MapFacts.UNKNOWN,
        List.of());
  }

  /** No overlap was seen, and nothing else was recorded. */
  public static Misuse none() {
    return NONE;
  }

  /**
   * How often {@code kind} happened, or {@link MapFacts#UNKNOWN}: also of recursions, which are
   * counted elsewhere.
   */
  public long count(MisuseKind kind) {
    return switch (kind) {
      case CHECK_THEN_ACT -> checkThenAct;
      case LOST_RACE -> lostRaces;
      case TORN_TRAVERSAL -> tornTraversals;
      case CONCURRENT_MODIFICATION -> concurrentModificationExceptions;
      case RECURSION -> MapFacts.UNKNOWN;
    };
  }

  /** The same with another count of {@code kind}, and {@code more} examples (of any kind). */
  public Misuse with(MisuseKind kind, long count, Collection<MisuseExample> more) {
    return new Misuse(
        overlaps,
        overlapExamples,
        kind == MisuseKind.CHECK_THEN_ACT ? count : checkThenAct,
        kind == MisuseKind.LOST_RACE ? count : lostRaces,
        kind == MisuseKind.TORN_TRAVERSAL ? count : tornTraversals,
        traversalsWatched,
        mostWritesDuringTraversal,
        kind == MisuseKind.CONCURRENT_MODIFICATION ? count : concurrentModificationExceptions,
        joined(more));
  }

  /** The same with how many traversals were watched, and how bad the worst was. */
  public Misuse withTraversals(long watched, long mostWrites) {
    return new Misuse(
        overlaps,
        overlapExamples,
        checkThenAct,
        lostRaces,
        tornTraversals,
        watched,
        mostWrites,
        concurrentModificationExceptions,
        examples);
  }

  /** The same with {@code more} examples. */
  public Misuse withExamples(Collection<MisuseExample> more) {
    return new Misuse(
        overlaps,
        overlapExamples,
        checkThenAct,
        lostRaces,
        tornTraversals,
        traversalsWatched,
        mostWritesDuringTraversal,
        concurrentModificationExceptions,
        joined(more));
  }

  private List<MisuseExample> joined(Collection<MisuseExample> more) {
    List<MisuseExample> all = new ArrayList<>(examples);
    all.addAll(more);
    return all;
  }
}
