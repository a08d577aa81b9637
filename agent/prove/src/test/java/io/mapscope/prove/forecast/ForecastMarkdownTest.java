package io.mapscope.prove.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.ProvenRatio;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ForecastMarkdownTest {

  private static Forecast forecast(String program, double expected, double truth) {
    return forecast(program, expected, truth, 0);
  }

  private static Forecast forecast(String program, double expected, double truth, int strays) {
    return new Forecast(
        program,
        "hot-bin",
        "adders",
        0.5,
        new ProvenRatio(expected, expected, expected),
        new ProvenRatio(truth, truth, truth),
        74.6,
        strays,
        null);
  }

  private static String text(Forecast... forecasts) {
    return String.join("\n", ForecastMarkdown.of(List.of(forecasts)));
  }

  @Test
  void forecasts_fourOfFiveRight_meetTheGoal() {
    String text =
        text(
            forecast("one", 1, 1),
            forecast("two", 1.19, 1),
            forecast("three", 0.81, 1),
            forecast("four", 2, 2),
            forecast("five", 3, 2));

    assertThat(text)
        .contains("4 of 5 forecasts within 20 % of the truth; the goal is 80 %, and met");
    assertThat(text).contains("| 1.19 |", "| **1.50** |");
  }

  @Test
  void forecasts_missed_saySo() {
    assertThat(text(forecast("one", 1, 1), forecast("two", 1, 1.3))).contains("and missed");
    assertThat(text()).contains("0 of 0", "and missed");
  }

  @Test
  void forecasts_processorsMoved_saySo() {
    assertThat(text(forecast("one", 1, 1, 0))).contains("| 75 ns |");
    assertThat(text(forecast("one", 1, 1, 2))).contains("| 75 ns (2 strays) |");
  }

  @Test
  void forecasts_notCompared_sayWhyAndDoNotCount() {
    String text = text(forecast("one", 1, 1), Forecast.none("two", "it did not end"));

    assertThat(text).contains("1 of 1", "and met", "- two: it did not end");
  }
}
