package io.mapscope.advisor;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Replacement;
import io.mapscope.profile.Severity;
import io.mapscope.profile.text.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A finding being written; confined to one judgement of one rule. */
public final class Draft {

  private final String rule;
  private final MapProfile map;
  private final Severity severity;
  private final Map<String, Object> evidence = new LinkedHashMap<>();
  private final List<String> caveats = new ArrayList<>();
  private String title = "";
  private String explanation = "";
  private double confidence;
  private double threadsLost;
  private @Nullable Replacement replacement;

  private Draft(String rule, MapProfile map, Severity severity) {
    this.rule = rule;
    this.map = map;
    this.severity = severity;
  }

  /** Begins a finding of {@code rule} about {@code map}. */
  public static Draft of(Rule rule, MapProfile map, Severity severity) {
    return new Draft(rule.id(), map, severity);
  }

  /** What is the matter, behind the map's name and a colon. */
  public Draft title(String what) {
    title = Names.map(map) + ": " + what;
    return this;
  }

  /** What was measured and what it means, in sentences for someone who is tired. */
  public Draft explanation(String sentences) {
    explanation = sentences;
    return this;
  }

  /** How sure the finding is, from 0 to 1; see {@link Statistics}. */
  public Draft confidence(double probability) {
    confidence = Math.max(0, Math.min(1, probability));
    return this;
  }

  /** A count; its unit is in its name. */
  public Draft evidence(String name, long figure) {
    evidence.put(name, figure);
    return this;
  }

  /** A ratio or rate; its unit is in its name. */
  public Draft evidence(String name, double figure) {
    evidence.put(name, figure);
    return this;
  }

  /** A name. */
  public Draft evidence(String name, String text) {
    evidence.put(name, text);
    return this;
  }

  /** Several names or frames. */
  public Draft evidence(String name, List<String> texts) {
    evidence.put(name, List.copyOf(texts));
    return this;
  }

  /**
   * What to use instead.
   *
   * @param kind which sort of remedy, {@code concurrent}
   * @param type class or method that does it, or null when another use of the same one does
   * @param snippet name of the snippet that shows it, see {@link Snippets}
   */
  public Draft replacement(String kind, @Nullable String type, String snippet) {
    replacement = new Replacement(kind, type, Snippets.text(snippet));
    return this;
  }

  /** What to mind before following the advice, a sentence without its full stop. */
  public Draft caveat(String sentence) {
    caveats.add(sentence);
    return this;
  }

  /** The same, if it applies. */
  public Draft caveatIf(boolean applies, String sentence) {
    return applies ? caveat(sentence) : this;
  }

  /** What it costs in threads' time; see {@link Verdict.Found#threadsLost}. */
  public Draft threadsLost(double threads) {
    threadsLost = threads;
    return this;
  }

  /** The finished finding. */
  public Verdict found() {
    Finding finding =
        new Finding(
            rule + "-" + map.id(),
            rule,
            severity,
            map.id(),
            title,
            explanation,
            confidence,
            evidence,
            Objects.requireNonNull(replacement, "replacement"),
            caveats);
    return new Verdict.Found(finding, threadsLost);
  }
}
