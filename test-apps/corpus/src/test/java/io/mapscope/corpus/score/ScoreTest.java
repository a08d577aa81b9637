package io.mapscope.corpus.score;

import static io.mapscope.corpus.score.Examples.MAP;
import static io.mapscope.corpus.score.Examples.finding;
import static io.mapscope.corpus.score.Examples.judge;
import static io.mapscope.corpus.score.Examples.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScoreTest {
  private static final Judgement BOTH_FOUND =
      judge(Form.BROKEN, finding("hot-bin", "warning", MAP), finding("torn-copy", "warning", MAP));
  private static final Judgement ONE_FOUND = judge(Form.BROKEN, finding("hot-bin", "warning", MAP));
  private static final Judgement FALSE_ALARM =
      judge(Form.HEALTHY, finding("hot-bin", "warning", MAP));

  @Test
  void tally_nothingAskedForAndNothingFound_isPerfect() {
    assertThat(Tally.NONE.precision()).isEqualTo(1);
    assertThat(Tally.NONE.recall()).isEqualTo(1);
  }

  @Test
  void score_countsPerRuleAndOverall() {
    final Score score = Score.of(List.of(BOTH_FOUND, ONE_FOUND, FALSE_ALARM));

    assertThat(score.byRule().get("hot-bin")).isEqualTo(new Tally(2, 2, 1));
    assertThat(score.byRule().get("torn-copy")).isEqualTo(new Tally(2, 1, 0));
    assertThat(score.overall()).isEqualTo(new Tally(4, 3, 1));
    assertThat(score.overall().precision()).isEqualTo(0.75);
    assertThat(score.overall().recall()).isEqualTo(0.75);
    assertThat(new Tally(2, 2, 1).precision()).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(score.bad()).containsExactly(ONE_FOUND, FALSE_ALARM);
  }

  @Test
  void goal_isReachedAtItsEdge_andMissedBelow() {
    // 19 of 20 labels are 0.95; 18 of 20 are less.
    final List<Judgement> nine = Collections.nCopies(9, BOTH_FOUND);
    assertThat(Score.of(with(nine, ONE_FOUND)).reachesGoal()).isTrue();
    assertThat(Score.of(with(Collections.nCopies(8, BOTH_FOUND), ONE_FOUND)).reachesGoal())
        .isFalse();
  }

  @Test
  void goal_withOneFalseAlarmOrOneFailedRun_isMissed() {
    final List<Judgement> many = Collections.nCopies(100, BOTH_FOUND);
    assertThat(Score.of(with(many, FALSE_ALARM)).reachesGoal()).isFalse();
    final Judgement failed = Judgement.of(run(Form.FIXED), Observation.failed("crash"));
    assertThat(Score.of(with(many, failed)).reachesGoal()).isFalse();
    assertThat(Score.of(with(many, failed)).failures()).isEqualTo(1);
  }

  private static List<Judgement> with(List<Judgement> judgements, Judgement one) {
    final List<Judgement> all = new ArrayList<>(judgements);
    all.add(one);
    return all;
  }

  @Test
  void table_tellsEachRuleAndWhatIsToBeRepaired() {
    final StringWriter text = new StringWriter();

    new ScoreTable(new PrintWriter(text)).print(Score.of(List.of(ONE_FOUND, FALSE_ALARM)));

    assertThat(text.toString())
        .containsPattern("hot-bin +1 +1 +0 +1 +0.50 +1.00")
        .containsPattern("torn-copy +1 +0 +1 +0 +1.00 +0.00")
        .containsPattern("all +2 +1 +1 +1 +0.50 +0.50")
        .contains("2 runs (1 broken, 0 fixed, 1 healthy), 0 failed, 0 remarks of information")
        .contains("routes broken, jdk-17")
        .contains("  missed: torn-copy on " + MAP)
        .contains("  false alarm: warning hot-bin on " + MAP + ": a title");
  }

  @Test
  void json_tellsTheSame() throws Exception {
    final JsonNode json =
        new ObjectMapper().readTree(ScoreJson.write(Score.of(List.of(ONE_FOUND, FALSE_ALARM))));

    assertThat(json.at("/overall/precision").asDouble()).isEqualTo(0.5);
    assertThat(json.at("/rules/torn-copy/missed").asInt()).isEqualTo(1);
    assertThat(json.at("/reachesGoal").asBoolean()).isFalse();
    assertThat(json.at("/runs/0/missed/0").asText()).isEqualTo("torn-copy");
    assertThat(json.at("/runs/1/falseAlarms/0").asText()).contains(MAP);
  }
}
