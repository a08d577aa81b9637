package io.mapscope.prove.forecast;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.ProvenCandidate;
import io.mapscope.profile.ProvenGain;
import io.mapscope.profile.ProvenRatio;
import io.mapscope.profile.Report;
import io.mapscope.prove.form.Candidates;
import io.mapscope.prove.form.Recorded;
import io.mapscope.prove.measure.Interval;
import io.mapscope.prove.measure.Plan;
import io.mapscope.prove.measure.Replay;
import io.mapscope.prove.workload.Workload;
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
  private final int programSeconds;
  private final int rounds;
  private final Plan plan;
  private final Consumer<String> progress;

  /**
   * @param programSeconds how long a program runs each time
   * @param rounds in which both forms of a program run
   * @param plan of the replays
   */
  public Forecaster(
      Programs programs, int programSeconds, int rounds, Plan plan, Consumer<String> progress) {
    this.programs = programs;
    this.programSeconds = programSeconds;
    this.rounds = rounds;
    this.plan = plan;
    this.progress = progress;
  }

  /** Both of {@code program}; what cannot be compared says why. */
  public Forecast of(Program program) {
    try {
      Report report = programs.record(program);
      for (Finding finding : report.findings()) {
        @Nullable MapProfile map = report.map(finding.map()).orElse(null);
        if (map != null && program.rules().contains(finding.rule()) && isProvable(finding, map)) {
          return compare(program, report, finding, map);
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
        && Candidates.advised(finding, map) != null;
  }

  private Forecast compare(Program program, Report report, Finding finding, MapProfile map)
      throws IOException {
    List<Finding> findings = List.of(finding);
    Recorded recorded = Objects.requireNonNull(Recorded.of(map));
    Replay replay = new Replay(report, map, findings, recorded, plan, progress);
    replay.run();
    ProvenGain gain = replay.gain(finding);
    @Nullable ProvenCandidate baseline = gain.baseline();
    @Nullable ProvenCandidate advised = gain.advisedCandidate();
    @Nullable ProvenRatio speedup = advised == null ? null : advised.speedup();
    if (baseline == null || advised == null || speedup == null) {
      return Forecast.none(program.name(), "the advised form was not measured" + why(advised));
    }
    Workload workload = replay.workload();
    double share =
        Amdahl.share(
            workload.threads(),
            programSeconds,
            workload.mix().total(),
            baseline.operationsPerSecond());
    ProvenRatio expected = Amdahl.gain(share, speedup);
    return new Forecast(
        program.name(),
        finding.rule(),
        advised.name(),
        speedup,
        share,
        expected,
        truth(program),
        null);
  }

  private static String why(@Nullable ProvenCandidate advised) {
    return advised == null || advised.problem() == null ? "" : ": " + advised.problem();
  }

  /** The two forms in turn, the one that begins changing from round to round. */
  private @Nullable ProvenRatio truth(Program program) throws IOException {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      boolean fixedFirst = round % 2 == 1;
      double first = programs.turnsPerSecond(program, fixedFirst);
      double second = programs.turnsPerSecond(program, !fixedFirst);
      ratios.add(fixedFirst ? first / second : second / first);
      progress.accept(program.name() + ", truth, round " + (round + 1) + " of " + rounds);
    }
    return Interval.of(ratios);
  }
}
