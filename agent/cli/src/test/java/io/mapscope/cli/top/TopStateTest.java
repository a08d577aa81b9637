package io.mapscope.cli.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import io.mapscope.profile.text.Names;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows, keys and lines of the live table, without a terminal. */
final class TopStateTest {
  private static final Report REPORT = ReportSamples.shop();

  @Test
  void rows_ofOneReport_haveRatesSinceTheStart() {
    TopRow first = state().rows().get(0);

    assertThat(first.operationsPerSecond())
        .isEqualTo(first.map().operations().total() / REPORT.durationSeconds());
  }

  @Test
  void keys_ofColumns_sortByThem() {
    TopState state = state();
    state.press('e');

    assertThat(state.rows())
        .extracting(row -> row.map().entries())
        .isSortedAccordingTo((one, other) -> Long.compare(other, one));
    state.press('n');
    assertThat(state.rows()).extracting(row -> Names.map(row.map())).isSorted();
  }

  @Test
  void filter_typed_leavesWhatContainsIt() {
    TopState state = state();
    String name = Names.map(state.rows().get(0).map());
    state.press('/');
    name.chars().forEach(state::press);
    state.press(Keys.ENTER);

    assertThat(state.rows()).isNotEmpty().allMatch(row -> Names.map(row.map()).contains(name));
    state.press('/');
    state.press(Keys.ESCAPE);
    assertThat(state.rows()).hasSize(REPORT.maps().size());
  }

  @Test
  void pause_newFigures_areNotShown() {
    TopState state = state();
    state.press('p');
    state.update(new Report(REPORT.generatedAt(), 1e6, REPORT.jvm(), REPORT.agent(), List.of()));

    assertThat(state.rows()).hasSize(REPORT.maps().size());
  }

  @Test
  void screen_ofAnySize_isFilledAndNotExceeded() {
    for (int columns : new int[] {40, 80, 200}) {
      for (int rows : new int[] {5, 24, 60}) {
        TopState state = state();
        assertFits(new TopScreen(columns, rows).render(state).lines(), columns, rows);
        state.press(Keys.ENTER);
        assertFits(new TopScreen(columns, rows).render(state).lines(), columns, rows);
      }
    }
  }

  @Test
  void screen_namesFromTheTarget_haveNoControlCharacters() {
    TopState state = state();
    state.update(ReportSamples.nasty());

    assertThat(String.join("", new TopScreen(200, 60).render(state).lines()))
        .doesNotContainPattern("\\p{Cntrl}");
  }

  @Test
  void quit_byKeyOrInterrupt_endsIt() {
    assertThat(state().press('q')).isFalse();
    assertThat(state().press(Keys.INTERRUPT)).isFalse();
    assertThat(state().press('x')).isTrue();
  }

  private static void assertFits(List<String> lines, int columns, int rows) {
    assertThat(lines).hasSize(rows).allMatch(line -> line.length() <= columns);
  }

  private static TopState state() {
    TopState state = new TopState("1 Main", SortKey.OPS, "");
    state.update(REPORT);
    return state;
  }
}
