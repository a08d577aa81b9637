package io.mapscope.advisor.rules;

import io.mapscope.advisor.Draft;
import io.mapscope.advisor.Fact;
import io.mapscope.advisor.MapKind;
import io.mapscope.advisor.Rule;
import io.mapscope.advisor.Situation;
import io.mapscope.advisor.Threshold;
import io.mapscope.advisor.Threshold.Unit;
import io.mapscope.advisor.Verdict;
import io.mapscope.advisor.Words;
import io.mapscope.profile.HotKey;
import io.mapscope.profile.Lives;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Severity;
import io.mapscope.profile.Waits;
import io.mapscope.profile.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Maps made as the stripes of one table, each under a lock, for which threads wait although they
 * use different keys: there are too few stripes, or their choice does not spread.
 */
public final class StripingCollision implements Rule {

  private static final String ID = "striping-collision";

  private static final Threshold MAX_STRIPES =
      new Threshold(
          ID,
          "max-stripes",
          1_024,
          Unit.COUNT,
          "more maps of one place belong to objects of the application, not to one table");

  private static final Threshold MAX_HOT_RATIO =
      new Threshold(
          ID,
          "max-hot-ratio",
          0.2,
          Unit.RATIO,
          "where one key has more, threads wait for that key, and more stripes do not help");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "threads wait for stripes although their keys differ";
  }

  @Override
  public List<String> sources() {
    return List.of(
        "https://github.com/elastic/elasticsearch/pull/18060: a lock per key instead of stripes,"
            + " 15 to 20 %",
        "java.util.concurrent.ConcurrentHashMap of JDK 7 had 16 stripes, since 8 it locks bins");
  }

  @Override
  public List<Threshold> thresholds() {
    List<Threshold> all = new ArrayList<>(Waiting.thresholds(ID));
    all.addAll(List.of(MAX_STRIPES, MAX_HOT_RATIO));
    return all;
  }

  @Override
  public List<Fact> needs() {
    return List.of(Fact.CONTENTION);
  }

  @Override
  public boolean concerns(MapProfile map) {
    return !MapKind.of(map).isConcurrent() && map.instances().created() > 1;
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    long stripes = map.instances().alive();
    boolean allAlive = stripes == map.instances().created();
    if (!allAlive || stripes > situation.limit(MAX_STRIPES) || map.threads().writers() < 2) {
      return Verdict.silent();
    }
    Waits waits = Waiting.all(map);
    @Nullable Verdict acquitted = Waiting.acquitted(this, map, waits, situation);
    if (acquitted != null) {
      return acquitted;
    }
    @Nullable Lives lives = map.facts().lives();
    @Nullable List<HotKey> keys = map.facts().hotKeys();
    if (lives == null || keys == null) {
      return Verdict.notEnough("hot keys or the maps' lives not recorded");
    }
    double hottest = keys.isEmpty() ? 0 : keys.get(0).share();
    if (lives.shared() < 2 || hottest > situation.limit(MAX_HOT_RATIO)) {
      return Verdict.silent();
    }
    return found(map, waits, stripes, hottest, situation);
  }

  private Verdict found(
      MapProfile map, Waits waits, long stripes, double hottest, Situation situation) {
    Draft draft =
        Draft.of(this, map, Severity.WARNING)
            .title("threads wait for stripes although their keys differ")
            .explanation(
                Waiting.words(waits, situation)
                    + " for the locks of the "
                    + Figures.counted(stripes, "map")
                    + " of "
                    + Words.map(map)
                    + ", though no key has more than "
                    + Figures.percent(hottest)
                    + " of the operations.")
            .confidence(Waiting.confidence(this, map, waits, situation));
    Waiting.evidence(draft, waits, situation)
        .evidence("stripes", stripes)
        .evidence("sharedStripes", Objects.requireNonNull(map.facts().lives()).shared())
        .evidence("hottestKeyRatio", hottest);
    ConcurrentForm.advise(draft, map);
    return draft.caveat("a stripe's lock may keep more than its map consistent").found();
  }
}
