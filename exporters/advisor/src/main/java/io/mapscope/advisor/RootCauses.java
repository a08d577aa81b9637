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
final class RootCauses {

  /** Rule of the cause, rules of its symptoms; transitive closures are written out. */
  private static final Map<String, Set<String>> SYMPTOMS_BY_CAUSE =
      Map.of(
          // While threads race in the map, every other figure about it may be a result of that.
          "unsafe-shared-map",
          Set.of("check-then-act", "unsafe-iteration", "torn-copy", "guarded-map-contended"));

  private RootCauses() {}

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
    for (String other : rulesOfMap) {
      if (SYMPTOMS_BY_CAUSE.getOrDefault(other, Set.of()).contains(rule)) {
        return true;
      }
    }
    return false;
  }
}
