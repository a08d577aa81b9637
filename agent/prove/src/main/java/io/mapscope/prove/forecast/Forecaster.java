package io.mapscope.prove.forecast;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.ProvenRatio;
import io.mapscope.profile.Report;
import io.mapscope.prove.form.Candidates;
import io.mapscope.prove.form.Form;
import io.mapscope.prove.form.Recorded;
import io.mapscope.prove.measure.Fork;
import io.mapscope.prove.measure.Interval;
import io.mapscope.prove.measure.LoadedReplay;
import io.mapscope.prove.measure.Placement;
import io.mapscope.prove.measure.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts what the fix of a program gains from a recording of its broken form, and measures what
 * it does gain, the two forms in turn.
 */
public final class Forecaster {

  private final Programs programs;
  private final int rounds;
  private final Plan plan;
  private final Consumer<String> progress;

  /**
   * @param rounds in which both forms of a program run
   * @param plan of the replays
   */
  public Forecaster(Programs programs, int rounds, Plan plan, Consumer<String> progress) {
    this.programs = programs;
    this.rounds = rounds;
    this.plan = plan;
    this.progress = progress;
  }

  /** Both of {@code program}; what cannot be compared says why. */
  public Forecast of(Program program) {
    if (!program.otherFix().isEmpty()) {
      return Forecast.none(
          program.name(), "its fixed form is another than advised: " + program.otherFix());
    }
    Placement placement = new Placement();
    try {
      Report report = placement.hold(() -> programs.record(program));
      for (Finding finding : report.findings()) {
        @Nullable MapProfile map = report.map(finding.map()).orElse(null);
        if (map != null && program.rules().contains(finding.rule()) && isProvable(finding, map)) {
          return compare(program, report, finding, map, placement);
        }
      }
      return Forecast.none(program.name(), "no finding of it advises a form that is measured");
    } catch (IOException e) {
      return Forecast.none(program.name(), String.valueOf(e.getMessage()));
    }
  }

  private static boolean isProvable(Finding finding, MapProfile map) {
    Recorded recorded = Recorded.of(map);
    return recorded != null
        && recorded.standIn() == null
        && map.operations().total() > 0
        && Candidates.advised(finding, map) != null
        && Candidates.advised(finding, map) != recorded.form();
  }

  private Forecast compare(
      Program program, Report report, Finding finding, MapProfile map, Placement placement)
      throws IOException {
    Recorded recorded = Objects.requireNonNull(Recorded.of(map));
    Form advised = Objects.requireNonNull(Candidates.advised(finding, map));
    Consumer<String> told = line -> progress.accept(program.name() + ", " + line);
    LoadedReplay replay =
        new LoadedReplay(
            report, map, List.of(finding), recorded, plan, programs.agent(), placement, told);
    try {
      @Nullable ProvenRatio gain = replay.gain(advised);
      @Nullable ProvenRatio truth = truth(program, placement);
      return new Forecast(
          program.name(),
          finding.rule(),
          advised.title(recorded.base()),
          replay.stepNanos(),
          gain,
          truth,
          placement.nanos(),
          placement.strays(),
          null);
    } catch (Fork.Unmeasured e) {
      return Forecast.none(program.name(), "the advised form was not measured: " + e.getMessage());
    }
  }

  /** The two forms in turn, the one that begins changing from round to round. */
  private @Nullable ProvenRatio truth(Program program, Placement placement) throws IOException {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      boolean fixedFirst = round % 2 == 1;
      double first = placement.hold(() -> programs.turnsPerSecond(program, fixedFirst));
      double second = placement.hold(() -> programs.turnsPerSecond(program, !fixedFirst));
      ratios.add(fixedFirst ? first / second : second / first);
      progress.accept(program.name() + ", truth, round " + (round + 1) + " of " + rounds);
    }
    return Interval.of(ratios);
  }
}
