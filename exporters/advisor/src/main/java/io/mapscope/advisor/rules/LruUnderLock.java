package io.mapscope.advisor.rules;

import io.mapscope.advisor.Draft;
import io.mapscope.advisor.Fact;
import io.mapscope.advisor.MapKind;
import io.mapscope.advisor.Rule;
import io.mapscope.advisor.Situation;
import io.mapscope.advisor.Threshold;
import io.mapscope.advisor.Verdict;
import io.mapscope.advisor.Words;
import io.mapscope.profile.ExternalLock;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Nature;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Severity;
import io.mapscope.profile.Shape;
import io.mapscope.profile.Waits;
import io.mapscope.profile.text.Figures;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A LinkedHashMap used as a cache (in order of access, or with an eviction of its own) behind one
 * lock that hits have to take, and for which threads wait.
 */
public final class LruUnderLock implements Rule {

  private static final String ID = "lru-under-lock";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "a cache in a LinkedHashMap makes hits queue for its lock";
  }

  @Override
  public List<String> sources() {
    return List.of(
        "java.util.LinkedHashMap: \"In access-ordered linked hash maps, merely querying the map"
            + " with get is a structural modification\"",
        "https://github.com/FasterXML/jackson-databind/issues/503",
        "https://github.com/eclipse-ee4j/jersey/issues/5502",
        "https://github.com/ben-manes/caffeine/wiki/Benchmarks");
  }

  @Override
  public List<Threshold> thresholds() {
    return Waiting.thresholds(ID);
  }

  @Override
  public List<Fact> needs() {
    return List.of(Fact.NATURE, Fact.CONTENTION);
  }

  @Override
  public boolean concerns(MapProfile map) {
    @Nullable Nature nature = map.facts().nature();
    return MapKind.ofBase(map) == MapKind.LINKED_HASH
        && (nature == null || nature.accessOrder() || nature.evicts());
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    Waits waits = Waiting.all(map);
    @Nullable Verdict acquitted = Waiting.acquitted(this, map, waits, situation);
    if (acquitted != null || !isLocked(map)) {
      return acquitted == null ? Verdict.silent() : acquitted;
    }
    Draft draft =
        Draft.of(this, map, Severity.WARNING)
            .title("a cache whose hits queue for one lock")
            .explanation(explanation(map, waits, situation))
            .confidence(Waiting.confidence(this, map, waits, situation));
    return Waiting.evidence(draft, waits, situation)
        .evidence("hits", map.operations().get(Operation.GET_HIT))
        .evidence("misses", map.operations().get(Operation.GET_MISS))
        .replacement("cache", "com.github.benmanes.caffeine.cache.Caffeine", "BoundedCache")
        .caveatIf(
            nature(map).accessOrder(),
            "the lock cannot simply go: in access order a look-up moves its entry, and two at once"
                + " break the list")
        .caveat("Caffeine evicts by frequency and recency, a moment later, not strictly the eldest")
        .caveatIf(
            traversals(map) > 0,
            "the order of entries is lost, and the map was iterated "
                + Figures.counted(traversals(map), "time"))
        .found();
  }

  private static Nature nature(MapProfile map) {
    return Objects.requireNonNull(map.facts().nature(), "nature");
  }

  private static boolean isLocked(MapProfile map) {
    @Nullable ExternalLock lock = map.facts().externalLock();
    return MapKind.isSynchronizedWrapper(map) || (lock != null && lock.className() != null);
  }

  private static long traversals(MapProfile map) {
    @Nullable Shape shape = map.facts().shape();
    return shape == null ? 0 : Math.max(0, shape.insertionOrderTraversals());
  }

  private static String explanation(MapProfile map, Waits waits, Situation situation) {
    String order = nature(map).accessOrder() ? "keeps its entries in order of access" : "evicts";
    return Waiting.words(waits, situation)
        + " for the lock around "
        + Words.map(map)
        + ". It "
        + order
        + ", so that its "
        + Figures.count(map.operations().get(Operation.GET_HIT))
        + " hits needed the lock like its writes.";
  }
}
