package io.mapscope.prove.workload;

import io.mapscope.profile.Finding;
import io.mapscope.profile.HotKey;
import io.mapscope.profile.Latency;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.Quantiles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay does, made of the profile of one map; immutable. The same profile, findings and
 * seed give the same workload in every JVM.
 *
 * @param mix how often what is done
 * @param threads that do it; each does the whole mix
 * @param entries that the map holds
 * @param churnPerThread keys that each thread adds and removes, half of them there on average
 * @param askedKeys how many keys a full cache is asked for; elsewhere 0
 * @param hotShares shares of the hottest keys among what is done to keys that are there
 * @param functionNanos how long a function handed to the map takes
 * @param sharedBins whether keys that are there lie in one bin two by two, the more used one behind
 * @param seed of all that is drawn by lot
 */
public record Workload(
    Mix mix,
    int threads,
    int entries,
    int churnPerThread,
    int askedKeys,
    List<Double> hotShares,
    long functionNanos,
    boolean sharedBins,
    long seed) {

  /** More threads than this per processor show the scheduler and not the map. */
  public static final int MOST_THREADS_PER_CPU = 4;

  /** A map of more entries fits no small heap several times over. */
  public static final int MOST_ENTRIES = 2_000_000;

  /** Functions shorter than this are not told from the look at the clock. */
  public static final long LEAST_FUNCTION_NANOS = 200;

  private static final int MOST_CHURN = 1024;

  /**
   * Copied on write in a microsecond: a rare change of a larger map may cost more than it seems.
   */
  private static final int MOST_SMALL_ENTRIES = 64;

  /** What functions take of an operation, on the average, that cannot be measured. */
  private static final double MOST_FREE_NANOS = 0.01;

  private static final String CHECK_THEN_ACT = "check-then-act";
  private static final String PRESENT_KEY_COMPUTE = "present-key-compute";

  /** Copies the list. */
  public Workload {
    hotShares = List.copyOf(hotShares);
  }

  /**
   * The workload of {@code map}.
   *
   * @param findings those about this map
   * @param cpus processors that the replay may use
   */
  public static Workload of(MapProfile map, List<Finding> findings, int cpus, long seed) {
    int threads = Math.min(recordedThreads(map), MOST_THREADS_PER_CPU * cpus);
    int entries = (int) Math.min(entriesPerMap(map), MOST_ENTRIES);
    @Nullable FullCache cache = FullCache.of(map);
    Mix all = Mix.of(map, hasCompounds(map, findings), cache);
    boolean cheapToChange =
        entries <= MOST_SMALL_ENTRIES && functionNanosPerOperation(map) <= MOST_FREE_NANOS;
    Mix mix = cheapToChange ? all.withoutRareChanges() : all;
    List<Double> hotShares = hotShares(map);
    return new Workload(
        mix,
        threads,
        entries,
        churn(mix, threads, entries),
        cache == null ? 0 : Math.min(cache.askedKeys(entries, hotShares), MOST_ENTRIES),
        hotShares,
        functionNanos(map),
        sharesBins(findings),
        seed);
  }

  /** Whether look-ups and writes of this map are known to belong together. */
  public static boolean hasCompounds(MapProfile map, List<Finding> findings) {
    boolean told = findings.stream().anyMatch(finding -> finding.rule().equals(CHECK_THEN_ACT));
    return told || map.misuse().checkThenAct() > 0;
  }

  /**
   * Whether keys that are used lie behind others in their bins: {@code computeIfAbsent} of a key
   * that is there makes threads wait for no other reason (JDK-8161372, since JDK 9).
   */
  private static boolean sharesBins(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.rule().equals(PRESENT_KEY_COMPUTE));
  }

  /**
   * Threads that used the map, 1 at least; those that read and those that wrote may be the same.
   */
  public static int recordedThreads(MapProfile map) {
    return Math.max(1, Math.max(map.threads().readers(), map.threads().writers()));
  }

  /** Entries of one map of the site, of the average live one where there are some. */
  public static long entriesPerMap(MapProfile map) {
    long alive = Math.max(1, map.instances().alive());
    long passes = map.operations().get(Operation.TRAVERSALS);
    if (map.entries() > 0) {
      return Math.max(1, map.entries() / alive);
    }
    return passes > 0 ? Math.max(1, map.traversedEntries() / passes) : 1;
  }

  private static int churn(Mix mix, int threads, int entries) {
    boolean changes = mix.additions() > 0 || mix.count(Action.REMOVE_HIT) > 0;
    return changes ? Math.max(2, Math.min(entries / (2 * threads), MOST_CHURN)) : 0;
  }

  static List<Double> hotShares(MapProfile map) {
    @Nullable List<HotKey> keys = map.facts().hotKeys();
    return keys == null ? List.of() : keys.stream().map(HotKey::share).toList();
  }

  private static long functionNanos(MapProfile map) {
    @Nullable Latency latency = map.facts().latency();
    @Nullable Quantiles function = latency == null ? null : latency.function();
    return function == null || function.p50() < LEAST_FUNCTION_NANOS ? 0 : function.p50();
  }

  /** Those that filled a map are slow, being new to the JVM, and then hardly ever run again. */
  private static double functionNanosPerOperation(MapProfile map) {
    OperationCounts counts = map.operations();
    double run =
        (double) counts.get(Operation.COMPUTE_IF_ABSENT_ABSENT)
            + counts.get(Operation.COMPUTE)
            + counts.get(Operation.MERGE);
    return run == 0 ? 0 : functionNanos(map) * run / counts.total();
  }

  /**
   * Keys that are there from the beginning to the end; of a full cache all that it is asked for.
   */
  public int stableKeys() {
    return askedKeys > 0 ? askedKeys : Math.max(1, entries - threads * (churnPerThread / 2));
  }

  /** The same with functions that take no time. */
  public Workload withoutFunctions() {
    return new Workload(
        mix, threads, entries, churnPerThread, askedKeys, hotShares, 0, sharedBins, seed);
  }

  /** What thread {@code index} of the replay does, from its beginning. */
  public Player player(int index, Keys keys) {
    return new Player(this, keys, index);
  }
}
