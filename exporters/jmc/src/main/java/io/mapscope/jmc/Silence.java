package io.mapscope.jmc;

import io.mapscope.profile.text.Figures;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.openjdk.jmc.flightrecorder.rules.ResultBuilder;
import org.openjdk.jmc.flightrecorder.rules.Severity;

/** The result of a rule that found nothing: all is well, or too little is known to say so. */
final class Silence {

  /** How many different reasons for not judging a map are told. */
  private static final int MOST_REASONS = 5;

  private final long decided;
  private final long explained;
  private final List<String> undecided;

  private Silence(long decided, long explained, List<String> undecided) {
    this.decided = decided;
    this.explained = explained;
    this.undecided = undecided;
  }

  static Silence of(String rule, List<Judged> runs) {
    List<String> undecided = new ArrayList<>();
    runs.forEach(run -> undecided.addAll(run.undecided(rule)));
    return new Silence(
        runs.stream().mapToLong(run -> run.decided(rule)).sum(),
        runs.stream().mapToLong(run -> run.explained(rule)).sum(),
        undecided);
  }

  void fill(ResultBuilder result) {
    if (decided == 0 && !undecided.isEmpty()) {
      result.setSeverity(Severity.NA).setSummary("Too little is known to judge any map");
    } else {
      result.setSeverity(Severity.OK).setSummary(summary());
    }
    result.setExplanation(explanation());
  }

  private String summary() {
    if (explained > 0) {
      return "Explained by other findings about the same "
          + (explained == 1 ? "map" : Figures.counted(explained, "map"));
    }
    return decided == 0
        ? "No map of the kind that the rule is about"
        : Figures.counted(decided, "map") + " judged, nothing found";
  }

  private String explanation() {
    if (undecided.isEmpty()) {
      return "";
    }
    List<String> reasons = new ArrayList<>(new LinkedHashSet<>(undecided));
    String told = String.join("; ", reasons.subList(0, Math.min(reasons.size(), MOST_REASONS)));
    return Figures.counted(undecided.size(), "map") + " not judged: " + told;
  }
}
