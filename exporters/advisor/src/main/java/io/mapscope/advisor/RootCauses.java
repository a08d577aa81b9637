package io.mapscope.advisor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which finding about a map explains which other about the same map: who mends the first need not
 * hear of the second.
 */
public final class RootCauses {

  /**
   * A finding that makes others about the same map superfluous.
   *
   * @param rule the cause
   * @param symptoms rules whose findings are dropped beside it
   * @param why what the one has to do with the others
   */
  public record Cause(String rule, Set<String> symptoms, String why) {}

  private static final List<Cause> CAUSES =
      List.of(
          new Cause(
              "unsafe-shared-map",
              Set.of(
                  "unsafe-iteration",
                  "check-then-act",
                  "torn-copy",
                  "guarded-map-contended",
                  "striping-collision",
                  "copy-on-write-candidate",
                  "lru-under-lock",
                  "unbounded-growth",
                  "poor-hash",
                  "resize-churn",
                  "needless-ordering",
                  "unsafe-list-values"),
              "a map that threads race in may do and show anything, and its class must change"),
          new Cause(
              "lru-under-lock",
              Set.of(
                  "lock-contended-map",
                  "guarded-map-contended",
                  "copy-on-write-candidate",
                  "size-on-hot-path",
                  "striping-collision"),
              "hits of an LRU map write to its order: another map or lock alone breaks it"),
          new Cause(
              "lock-contended-map",
              Set.of("size-on-hot-path"),
              "the size is dear only because of the lock"),
          new Cause(
              "striping-collision",
              Set.of("lock-contended-map", "guarded-map-contended"),
              "threads wait for the locks of stripes because there are too few"),
          new Cause(
              "blocking-compute",
              Set.of("present-key-compute", "hot-bin"),
              "bins are held by slow functions, whoever waits for them"),
          new Cause(
              "poor-hash",
              Set.of("present-key-compute", "hot-bin"),
              "keys share bins because their hashes collide"),
          new Cause(
              "present-key-compute",
              Set.of("hot-bin"),
              "bins are locked only to find that the key is there"),
          new Cause(
              "check-then-act",
              Set.of("hot-bin"),
              "the two steps have to become one first, and then be measured again"));

  private RootCauses() {}

  /** All causes. */
  public static List<Cause> all() {
    return CAUSES;
  }

  /** What was found in {@code judgements}, without the symptoms of other findings. */
  static List<Judgement> without(List<Judgement> judgements) {
    List<Judgement> found = new ArrayList<>();
    Map<String, Set<String>> rulesByMap = new HashMap<>();
    for (Judgement judgement : judgements) {
      if (judgement.verdict() instanceof Verdict.Found) {
        found.add(judgement);
        rulesByMap
            .computeIfAbsent(judgement.map().id(), id -> new HashSet<>())
            .add(judgement.rule().id());
      }
    }
    found.removeIf(
        it -> isSymptom(it.rule().id(), rulesByMap.getOrDefault(it.map().id(), Set.of())));
    return found;
  }

  private static boolean isSymptom(String rule, Set<String> rulesOfMap) {
    for (Cause cause : CAUSES) {
      if (cause.symptoms().contains(rule) && rulesOfMap.contains(cause.rule())) {
        return true;
      }
    }
    return false;
  }
}
