package io.mapscope.corpus.score;

import static io.mapscope.corpus.score.Examples.MAP;
import static io.mapscope.corpus.score.Examples.finding;
import static io.mapscope.corpus.score.Examples.judge;
import static io.mapscope.corpus.score.Examples.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class JudgementTest {
  @Test
  void broken_labelledRuleOnLabelledMap_isFoundAndTheOtherMissed() {
    final Judgement judgement = judge(Form.BROKEN, finding("hot-bin", "warning", MAP));

    assertThat(judgement.found()).containsExactly("hot-bin");
    assertThat(judgement.missed()).containsExactly("torn-copy");
    assertThat(judgement.falseAlarms()).isEmpty();
    assertThat(judgement.good()).isFalse();
  }

  @Test
  void broken_labelledRuleTwice_countsOnce() {
    final Observed one = finding("hot-bin", "info", MAP);

    assertThat(judge(Form.BROKEN, one, one).found()).containsExactly("hot-bin");
  }

  @Test
  void broken_allLabelledRules_isGood() {
    final Judgement judgement =
        judge(
            Form.BROKEN,
            finding("hot-bin", "warning", MAP),
            finding("torn-copy", "info", MAP),
            finding("costly-copy", "error", MAP));

    assertThat(judgement.good()).isTrue();
    assertThat(judgement.found()).containsExactly("hot-bin", "torn-copy");
    assertThat(judgement.remarks()).isEmpty();
  }

  @Test
  void broken_labelledRuleOnOtherMap_isFalseAndMissed() {
    final Observed elsewhere = finding("hot-bin", "warning", "com.acme.Other.map");

    final Judgement judgement = judge(Form.BROKEN, elsewhere);

    assertThat(judgement.falseAlarms()).containsExactly(elsewhere);
    assertThat(judgement.missed()).containsExactly("hot-bin", "torn-copy");
  }

  @Test
  void broken_otherRuleOnLabelledMap_isFalseAsWarningAndARemarkAsInfo() {
    final Observed warning = finding("poor-hash", "warning", MAP);
    final Observed info = finding("poor-hash", "info", MAP);

    final Judgement judgement = judge(Form.BROKEN, warning, info);

    assertThat(judgement.falseAlarms()).containsExactly(warning);
    assertThat(judgement.remarks()).containsExactly(info);
  }

  @Test
  void fixed_labelledRule_isFalseEvenAsInfoOnWhateverMap() {
    final Observed same = finding("hot-bin", "info", MAP);
    final Observed other = finding("torn-copy", "info", null);
    final Observed remark = finding("poor-hash", "info", MAP);

    final Judgement judgement = judge(Form.FIXED, same, other, remark);

    assertThat(judgement.falseAlarms()).containsExactly(same, other);
    assertThat(judgement.remarks()).containsExactly(remark);
    assertThat(judgement.missed()).isEmpty();
  }

  @Test
  void fixed_ruleThatMayBeFoundInTheBrokenForm_isFalseAsWarning() {
    assertThat(judge(Form.FIXED, finding("costly-copy", "warning", MAP)).falseAlarms()).hasSize(1);
  }

  @Test
  void healthy_findingOfUnknownSeverity_isFalse() {
    assertThat(judge(Form.HEALTHY, finding("hot-bin", "fatal", MAP)).falseAlarms()).hasSize(1);
    assertThat(judge(Form.HEALTHY, finding("hot-bin", "info", MAP)).good()).isTrue();
  }

  @Test
  void broken_mapWithoutField_isKnownByTheMethodThatMakesIt() {
    final Observed finding = finding("hot-bin", "warning", null);

    assertThat(finding.isAbout("com.acme.Routes.load()")).isTrue();
    assertThat(finding.isAbout(MAP)).isFalse();
  }

  @Test
  void failedRun_missesAllAndIsNotGood() {
    final Observation failed =
        new Observation(List.of(finding("hot-bin", "warning", MAP)), "suppressed an error");

    final Judgement judgement = Judgement.of(run(Form.BROKEN), failed);

    assertThat(judgement.found()).isEmpty();
    assertThat(judgement.missed()).containsExactly("hot-bin", "torn-copy");
    assertThat(judgement.good()).isFalse();
  }
}
