package io.mapscope.advisor.rules;

import io.mapscope.advisor.Draft;
import io.mapscope.advisor.Fact;
import io.mapscope.advisor.MapKind;
import io.mapscope.advisor.Rule;
import io.mapscope.advisor.Situation;
import io.mapscope.advisor.Threshold;
import io.mapscope.advisor.Verdict;
import io.mapscope.advisor.Words;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Severity;
import io.mapscope.profile.Waits;
import io.mapscope.profile.text.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A synchronized map or Hashtable whose one monitor, which readers take too, makes threads wait.
 */
public final class LockContendedMap implements Rule {

  private static final String ID = "lock-contended-map";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "threads queue for the one lock of a synchronized map";
  }

  @Override
  public List<String> sources() {
    return List.of(
        "java.util.Collections.SynchronizedMap: every method locks the one mutex",
        "tomcat85#5: 1.43 to 2.36 times the throughput without the one lock",
        "https://github.com/apache/lucene/pull/13306: up to 105 % more, elsewhere 3 %",
        "https://github.com/apache/guacamole-client/pull/309");
  }

  @Override
  public List<Threshold> thresholds() {
    return Waiting.thresholds(ID);
  }

  @Override
  public List<Fact> needs() {
    return List.of(Fact.MONITOR_WAITS);
  }

  @Override
  public boolean concerns(MapProfile map) {
    return MapKind.takesItsOwnMonitor(map);
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    Waits waits = Waiting.monitor(map);
    @Nullable Verdict acquitted = Waiting.acquitted(this, map, waits, situation);
    if (acquitted != null) {
      return acquitted;
    }
    Draft draft =
        Draft.of(this, map, Severity.WARNING)
            .title("threads queue for its one lock")
            .explanation(explanation(map, waits, situation))
            .confidence(Waiting.confidence(this, map, waits, situation));
    Waiting.evidence(draft, waits, situation)
        .evidence("operations", map.operations().total())
        .evidence("readRatio", map.operations().readRatio());
    ConcurrentForm.advise(draft, map);
    return draft.found();
  }

  private static String explanation(MapProfile map, Waits waits, Situation situation) {
    return Waiting.words(waits, situation)
        + " for the monitor of "
        + Words.map(map)
        + ", which every operation takes, also the "
        + Figures.percent(map.operations().readRatio())
        + " that only read.";
  }
}
