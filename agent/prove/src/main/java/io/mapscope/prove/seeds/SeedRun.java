package io.mapscope.prove.seeds;

import io.mapscope.profile.text.Figures;
import io.mapscope.prove.measure.Fork;
import io.mapscope.prove.measure.Machine;
import io.mapscope.prove.seeds.bench.Draws;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The experiments, one case after the other. In each round of a case every form is measured in a
 * JVM of its own, in another order each time.
 *
 * <p>{@link #run} belongs to one thread; {@link #result} may be asked by any other at any time, and
 * gives what is known by then.
 */
public final class SeedRun {

  /** One heap for all, which the largest map fits several times over. */
  private static final String HEAP = "-Xmx2g";

  private final SeedPlan plan;
  private final Consumer<String> progress;
  private final List<String> options;
  private final Instant begunAt = Instant.now();
  private final double loadBefore =
      ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  private final Map<Experiment, Map<Case, List<LineScores>>> scores = new LinkedHashMap<>();
  private boolean complete;

  /**
   * A run that has not begun.
   *
   * @param progress takes a line each time something was done
   */
  public SeedRun(SeedPlan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
    this.options = List.of(HEAP, Draws.option(plan.seed()));
  }

  /** Measures all of the plan. */
  public void run() {
    for (Experiment experiment : plan.experiments()) {
      for (Case one : experiment.cases(plan.quick())) {
        measure(experiment, one);
      }
    }
    synchronized (this) {
      complete = true;
    }
  }

  private void measure(Experiment experiment, Case one) {
    List<LineScores> lines = begin(experiment, one);
    for (int round = 0; round < plan.rounds(); round++) {
      List<LineScores> turns = new ArrayList<>(lines);
      Collections.shuffle(turns, new Random(plan.seed() + round));
      for (LineScores line : turns) {
        throughput(experiment, one, line, round);
      }
    }
    if (one.latencies()) {
      lines.forEach(line -> latencies(experiment, one, line));
    }
  }

  private synchronized List<LineScores> begin(Experiment experiment, Case one) {
    List<LineScores> lines = one.lines().stream().map(LineScores::new).toList();
    scores.computeIfAbsent(experiment, absent -> new LinkedHashMap<>()).put(one, lines);
    return lines;
  }

  private Fork fork(Case one, LineScores line) {
    return new Fork(line.line().benchmark(), one.threads(), options);
  }

  private double seconds(Case one) {
    return plan.forkSeconds() * one.duration();
  }

  private void throughput(Experiment experiment, Case one, LineScores line, int round) {
    if (line.isRefused()) {
      return;
    }
    String stage = "round " + (round + 1) + " of " + plan.rounds();
    try {
      Fork.Throughput measured = fork(one, line).throughput(line.line().parameters(), seconds(one));
      synchronized (this) {
        line.add(round, measured);
      }
      say(experiment, one, line, stage, Figures.rate(measured.operationsPerSecond()) + " /s");
    } catch (Fork.Unmeasured e) {
      refuse(experiment, one, line, e);
    }
  }

  private void latencies(Experiment experiment, Case one, LineScores line) {
    if (line.isRefused()) {
      return;
    }
    try {
      Fork.Latencies measured = fork(one, line).latencies(line.line().parameters(), seconds(one));
      synchronized (this) {
        line.add(measured);
      }
      say(
          experiment,
          one,
          line,
          "latency",
          "p99 " + Figures.nanos(Math.round(measured.p99Nanos())));
    } catch (Fork.Unmeasured e) {
      refuse(experiment, one, line, e);
    }
  }

  private void refuse(Experiment experiment, Case one, LineScores line, Fork.Unmeasured why) {
    synchronized (this) {
      line.refuse(why.getMessage());
    }
    say(experiment, one, line, "not measured", String.valueOf(why.getMessage()));
  }

  private void say(Experiment experiment, Case one, LineScores line, String stage, String what) {
    progress.accept(
        experiment.id()
            + ", "
            + one.title()
            + ", "
            + stage
            + ", "
            + line.line().title()
            + ": "
            + what);
  }

  /** What has been measured by now. */
  public synchronized SeedResult result() {
    List<SeedResult.Measured> experiments = new ArrayList<>();
    scores.forEach(
        (experiment, cases) -> {
          List<SeedResult.Table> tables = new ArrayList<>();
          cases.forEach((one, lines) -> tables.add(table(one, lines)));
          experiments.add(new SeedResult.Measured(experiment, tables));
        });
    return new SeedResult(
        begunAt, Machine.here(), options, loadBefore, plan, complete, experiments);
  }

  private static SeedResult.Table table(Case one, List<LineScores> lines) {
    LineScores baseline = lines.get(0);
    return new SeedResult.Table(
        one.title(),
        one.threads(),
        baseline.line().counter() == null ? one.threads() : 1,
        lines.stream().map(line -> line.against(baseline)).toList());
  }
}
