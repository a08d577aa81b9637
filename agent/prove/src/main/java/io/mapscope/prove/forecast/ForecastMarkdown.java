package io.mapscope.prove.forecast;

import io.mapscope.profile.ProvenRatio;
import io.mapscope.profile.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Forecasts and what came of them as Markdown, which the console shows as well. */
public final class ForecastMarkdown {

  private static final double GOAL = 0.8;

  private ForecastMarkdown() {}

  /** A table of those that could be compared, the verdict, and why the others could not. */
  public static List<String> of(List<Forecast> forecasts) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| program | rule | advised | between | handed over | forecast | truth | forecast / truth |");
    lines.add("|---|---|---|---:|---:|---:|---:|---:|");
    List<Forecast> compared = forecasts.stream().filter(Forecast::isCompared).toList();
    compared.forEach(forecast -> lines.add(row(forecast)));
    lines.add("");
    lines.add(verdict(compared));
    lines.add("");
    forecasts.stream()
        .filter(forecast -> !forecast.isCompared())
        .forEach(forecast -> lines.add("- " + forecast.program() + ": " + forecast.problem()));
    return lines;
  }

  private static String row(Forecast forecast) {
    String ratio = String.format(Locale.ROOT, "%.2f", forecast.overTruth());
    return "| "
        + String.join(
            " | ",
            forecast.program(),
            String.valueOf(forecast.rule()),
            String.valueOf(forecast.advised()),
            Figures.nanos(Math.round(forecast.stepNanos())),
            handover(forecast),
            ratio(forecast.expected()),
            ratio(forecast.truth()),
            forecast.isRight() ? ratio : "**" + ratio + "**")
        + " |";
  }

  private static String handover(Forecast forecast) {
    if (Double.isNaN(forecast.handoverNanos())) {
      return "-";
    }
    String strays = forecast.strays() == 0 ? "" : " (" + forecast.strays() + " strays)";
    return Figures.nanos(Math.round(forecast.handoverNanos())) + strays;
  }

  private static String ratio(@Nullable ProvenRatio ratio) {
    return ratio == null
        ? "-"
        : String.format(
            Locale.ROOT, "%.2f (%.2f - %.2f)", ratio.estimate(), ratio.low(), ratio.high());
  }

  private static String verdict(List<Forecast> compared) {
    long right = compared.stream().filter(Forecast::isRight).count();
    boolean met = !compared.isEmpty() && right >= GOAL * compared.size();
    return right
        + " of "
        + compared.size()
        + " forecasts within "
        + Figures.percent(Forecast.TOLERANCE)
        + " of the truth; the goal is "
        + Figures.percent(GOAL)
        + (met ? ", and met." : ", and missed.");
  }
}
