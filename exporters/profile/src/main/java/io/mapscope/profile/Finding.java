package io.mapscope.profile;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One conclusion of the advisor about the maps of one site.
 *
 * @param id the same for the same rule and site in every run
 * @param rule id of the rule that found it
 * @param severity how serious it is
 * @param map id of the {@link MapProfile} it is about
 * @param title what is the matter, in a few words that name the map
 * @param explanation what was measured, in one sentence
 * @param confidence 0 to 1, from the statistics of what was measured
 * @param evidence the figures behind it in the order to show them; values are {@code Long}, {@code
 *     Double} (finite), {@code String} or a list of strings, names are of ASCII letters and digits
 *     and carry the unit
 * @param replacement what to do about it
 * @param caveats what to look at before doing it
 * @param provenGain what a replay of the recorded operations has measured, or null when there was
 *     none
 */
public record Finding(
    String id,
    String rule,
    Severity severity,
    String map,
    String title,
    String explanation,
    double confidence,
    Map<String, Object> evidence,
    Replacement replacement,
    List<String> caveats,
    @Nullable ProvenGain provenGain) {

  /** Checks the range of the confidence and the kinds of evidence, and copies what can change. */
  public Finding {
    Objects.requireNonNull(id, "finding.id");
    Objects.requireNonNull(rule, "finding.rule");
    Objects.requireNonNull(severity, "finding.severity");
    Objects.requireNonNull(map, "finding.map");
    Objects.requireNonNull(title, "finding.title");
    Objects.requireNonNull(explanation, "finding.explanation");
    Require.ratio(confidence, "finding.confidence");
    evidence = Evidence.copyOf(evidence);
    Objects.requireNonNull(replacement, "finding.replacement");
    caveats = List.copyOf(caveats);
  }

  /** A finding whose gain nobody has measured. */
  public Finding(
      String id,
      String rule,
      Severity severity,
      String map,
      String title,
      String explanation,
      double confidence,
      Map<String, Object> evidence,
      Replacement replacement,
      List<String> caveats) {
    this(
        id,
        rule,
        severity,
        map,
        title,
        explanation,
        confidence,
        evidence,
        replacement,
        caveats,
        null);
  }

  /** The same with a measured gain. */
  public Finding withProvenGain(@Nullable ProvenGain gain) {
    return new Finding(
        id,
        rule,
        severity,
        map,
        title,
        explanation,
        confidence,
        evidence,
        replacement,
        caveats,
        gain);
  }
}
