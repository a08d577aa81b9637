package io.mapscope.advisor;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Severity;
import java.util.List;

/**
 * One thing that can be wrong with a map, how it is told from figures, and what to do about it.
 *
 * <p>A rule is stateless: its verdict depends on nothing but the profile and the situation.
 */
public interface Rule {

  /** Its name in reports, options and documentation: {@code lock-contended-map}. */
  String id();

  /** What it finds, in a few words. */
  String title();

  /**
   * How serious its findings can be, the usual one first. Most tell of a measured cost or a danger;
   * a rule that proves misuse or finds opportunities says otherwise.
   */
  default List<Severity> severities() {
    return List.of(Severity.WARNING);
  }

  /** Where the knowledge comes from: issues, papers, files of the JDK. */
  List<String> sources();

  /** The figures at which it begins to speak. */
  List<Threshold> thresholds();

  /** What must have been recorded about a map before the rule can judge it. */
  List<Fact> needs();

  /** Whether the rule is about maps of this kind at all. */
  boolean concerns(MapProfile map);

  /**
   * What the rule makes of a map that it {@link #concerns} and about which all that it {@link
   * #needs} was recorded.
   */
  Verdict judge(MapProfile map, Situation situation);
}
