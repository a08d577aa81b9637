package io.mapscope.runtime.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Finding;
import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenFindingsTest {
  private static final Finding RACE = FindingSamples.shop().get(0);
  private static final Finding READ_MOSTLY = FindingSamples.shop().get(1);

  private final OpenFindings open = new OpenFindings();

  @Test
  void finding_newAndThenStanding_isNewsOnce() {
    assertThat(open.update(List.of(RACE, READ_MOSTLY)).appeared())
        .containsExactly(RACE, READ_MOSTLY);

    for (int interval = 0; interval < 3; interval++) {
      assertNoNews(open.update(List.of(READ_MOSTLY, RACE)));
    }
  }

  @Test
  void finding_noLongerFound_isWithdrawnOnceAndNewsWhenItComesBack() {
    open.update(List.of(RACE));

    assertThat(open.update(List.of()).withdrawn()).containsExactly(RACE);
    assertNoNews(open.update(List.of()));
    assertThat(open.update(List.of(RACE)).appeared()).containsExactly(RACE);
  }

  @Test
  void finding_graverThanEverTold_isNewsOnceMore() {
    Finding warning = as(Severity.WARNING);
    Finding error = as(Severity.ERROR);
    open.update(List.of(warning));

    assertThat(open.update(List.of(error)).worsened()).containsExactly(error);
    assertNoNews(open.update(List.of(error)));
    assertNoNews(open.update(List.of(warning)));
    assertNoNews(open.update(List.of(error)));
  }

  private static void assertNoNews(OpenFindings.Change change) {
    assertThat(change.appeared()).isEmpty();
    assertThat(change.worsened()).isEmpty();
    assertThat(change.withdrawn()).isEmpty();
  }

  private static Finding as(Severity severity) {
    return new Finding(
        RACE.id(),
        RACE.rule(),
        severity,
        RACE.map(),
        RACE.title(),
        RACE.explanation(),
        RACE.confidence(),
        RACE.evidence(),
        RACE.replacement(),
        RACE.caveats());
  }
}
