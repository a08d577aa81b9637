package io.mapscope.advisor;

import io.mapscope.profile.Finding;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which findings are read: what is proven wrong, then what costs most, then what is
 * surest; at last by id, so that the order never depends on chance.
 */
final class Ranking {

  private static final Comparator<Verdict.Found> ORDER =
      Comparator.comparing((Verdict.Found found) -> found.finding().severity())
          .thenComparingDouble(Verdict.Found::threadsLost)
          .thenComparingDouble(found -> found.finding().confidence())
          .reversed()
          .thenComparing(found -> found.finding().id());

  private Ranking() {}

  /** The findings among {@code judgements}, in order. */
  static List<Finding> of(List<Judgement> judgements) {
    return judgements.stream()
        .map(Judgement::verdict)
        .filter(Verdict.Found.class::isInstance)
        .map(Verdict.Found.class::cast)
        .sorted(ORDER)
        .map(Verdict.Found::finding)
        .toList();
  }
}
