package io.mapscope.advisor;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.SiteKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Turns a report into findings: every rule judges every map it concerns, symptoms give way to their
 * causes, the rest is ranked.
 *
 * <p>The same report and thresholds give the same findings in the same order, with the same ids.
 */
public final class Advisor {

  private static final Advisor STANDARD = new Advisor(Catalogue.rules(), Limits.standard());

  private final List<Rule> rules;
  private final Limits limits;

  private Advisor(List<Rule> rules, Limits limits) {
    this.rules = List.copyOf(rules);
    this.limits = limits;
  }

  /** The advisor with the standard thresholds. */
  public static Advisor standard() {
    return STANDARD;
  }

  /**
   * The advisor with the thresholds that {@code properties} override, see {@link Limits}.
   *
   * @throws IllegalArgumentException when one of them is not understood; the message tells all
   */
  public static Advisor of(Properties properties) {
    return new Advisor(Catalogue.rules(), Limits.of(properties, Catalogue.rules()));
  }

  /** What the standard advisor finds; see {@link #findings}. */
  public static List<Finding> advise(Report report) {
    return STANDARD.findings(report);
  }

  /** Findings about the maps in {@code report}, the most important first. */
  public List<Finding> findings(Report report) {
    return Ranking.of(RootCauses.without(judgements(report)));
  }

  /** What every rule makes of every map it concerns, silence and want of data included. */
  public List<Judgement> judgements(Report report) {
    Situation situation = Situation.of(report, limits);
    List<Judgement> all = new ArrayList<>();
    for (MapProfile map : report.maps()) {
      if (isOneMap(map)) {
        judge(map, situation, all);
      }
    }
    return all;
  }

  /** Figures of maps without a place of their own belong to nothing that could be mended. */
  private static boolean isOneMap(MapProfile map) {
    SiteKind kind = map.site().kind();
    return kind == SiteKind.ALLOCATION || kind == SiteKind.FIRST_USE;
  }

  private void judge(MapProfile map, Situation situation, List<Judgement> all) {
    for (Rule rule : rules) {
      if (rule.concerns(map)) {
        all.add(new Judgement(rule, map, verdict(rule, map, situation)));
      }
    }
  }

  private static Verdict verdict(Rule rule, MapProfile map, Situation situation) {
    for (Fact fact : rule.needs()) {
      if (!fact.isKnownOf(map)) {
        return Verdict.notEnough(fact.words() + " not recorded");
      }
    }
    return rule.judge(map, situation);
  }
}
