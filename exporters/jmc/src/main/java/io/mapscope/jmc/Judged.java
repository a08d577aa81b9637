package io.mapscope.jmc;

import io.mapscope.advisor.Advisor;
import io.mapscope.advisor.Judgement;
import io.mapscope.advisor.Verdict;
import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One run of the agent and all that the advisor says about it.
 *
 * @param findings what was found, the most important first, symptoms left out
 * @param judgements what every rule made of every map it concerns
 */
record Judged(List<MapFinding> findings, List<Judgement> judgements) {

  /** A finding and the map it is about. */
  record MapFinding(Finding finding, MapProfile map) {}

  static Judged of(Report report, Advisor advisor) {
    Map<String, MapProfile> maps = new HashMap<>();
    report.maps().forEach(map -> maps.put(map.id(), map));
    List<MapFinding> findings = new ArrayList<>();
    for (Finding finding : advisor.findings(report)) {
      findings.add(new MapFinding(finding, Objects.requireNonNull(maps.get(finding.map()))));
    }
    return new Judged(findings, advisor.judgements(report));
  }

  /** The findings of one rule. */
  List<MapFinding> findings(String rule) {
    return findings.stream().filter(it -> it.finding().rule().equals(rule)).toList();
  }

  /** How many maps a rule has judged to the end. */
  long decided(String rule) {
    return judgements.stream()
        .filter(it -> it.rule().id().equals(rule))
        .filter(it -> !(it.verdict() instanceof Verdict.NotEnoughData))
        .count();
  }

  /** Why a rule could not judge a map, one line for each reason and map. */
  List<String> undecided(String rule) {
    List<String> reasons = new ArrayList<>();
    for (Judgement judgement : judgements) {
      if (judgement.rule().id().equals(rule)
          && judgement.verdict() instanceof Verdict.NotEnoughData lack) {
        reasons.add(lack.reason());
      }
    }
    return reasons;
  }

  /** How many maps show a symptom of this rule that another finding about them explains. */
  long explained(String rule) {
    long found =
        judgements.stream()
            .filter(it -> it.rule().id().equals(rule))
            .filter(it -> it.verdict() instanceof Verdict.Found)
            .count();
    return found - findings(rule).size();
  }
}
