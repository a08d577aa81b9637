package io.mapscope.prove.measure;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.ProvenCandidate;
import io.mapscope.profile.ProvenGain;
import io.mapscope.profile.ProvenRatio;
import io.mapscope.profile.ProvenVerdict;
import io.mapscope.profile.Report;
import io.mapscope.profile.text.Figures;
import io.mapscope.profile.text.Names;
import io.mapscope.prove.form.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The replay of one map: the recorded form and its candidates, each in JVMs of its own, round after
 * round and in another order each time, so that what slows the machine down for a while slows them
 * all down.
 *
 * <p>{@link #run} belongs to one thread; {@link #gain} may be asked by any other at any time, and
 * gives what is known by then.
 */
public final class Replay {

  private static final double NANOS_PER_SECOND = 1e9;

  /** What a fork takes besides measuring, until the first one has told. */
  private static final double GUESSED_START_SECONDS = 1.2;

  private final Report report;
  private final MapProfile map;
  private final List<Finding> findings;
  private final Contest contest;
  private final Contender recorded;
  private final Plan plan;
  private final Consumer<String> progress;
  private final Map<Contender, Scores> scores = new LinkedHashMap<>();
  private final Map<Contender, Long> roundsDone = new LinkedHashMap<>();
  private double startSeconds = GUESSED_START_SECONDS;
  private long beganNanos;
  private boolean complete;

  /**
   * A replay of the operations of {@code map} that has not begun.
   *
   * @param findings those about {@code map}
   * @param recorded the form of {@code map}
   * @param progress takes a line each time something was done
   */
  public Replay(
      Report report,
      MapProfile map,
      List<Finding> findings,
      Recorded recorded,
      Plan plan,
      Consumer<String> progress) {
    this(report, map, findings, new MapContest(map, findings, recorded, plan), plan, progress);
  }

  private Replay(
      Report report,
      MapProfile map,
      List<Finding> findings,
      Contest contest,
      Plan plan,
      Consumer<String> progress) {
    this.report = report;
    this.map = map;
    this.findings = List.copyOf(findings);
    this.contest = contest;
    this.recorded = contest.recorded();
    this.plan = plan;
    this.progress = progress;
    add(recorded);
    contest.candidates().forEach(this::add);
  }

  private void add(Contender form) {
    scores.put(form, new Scores(form.title(), form.differences()));
  }

  /**
   * A replay of the costliest serialization of {@code map} that has not begun.
   *
   * @param findings those about it
   * @param progress takes a line each time something was done
   */
  public static Replay ofSerialization(
      Report report, MapProfile map, List<Finding> findings, Plan plan, Consumer<String> progress) {
    Contest contest = new SerialContest(map, findings, plan);
    return new Replay(report, map, findings, contest, plan, progress);
  }

  /**
   * A replay of appends to the lists in {@code map} that has not begun.
   *
   * @param findings those about them
   * @param progress takes a line each time something was done
   */
  public static Replay ofLists(
      Report report, MapProfile map, List<Finding> findings, Plan plan, Consumer<String> progress) {
    Contest contest = new ListContest(map, findings, plan);
    return new Replay(report, map, findings, contest, plan, progress);
  }

  /** Checks, measures, and ends about when the plan's time is over, after three rounds at least. */
  public void run() throws IOException {
    beganNanos = System.nanoTime();
    compare();
    Path order = Files.createTempFile("mapscope-prove-", ".json");
    try {
      Order.write(report, map, findings, order);
      List<String> options = new ArrayList<>(GcOptions.options(report.jvm().gc()));
      options.addAll(Order.options(order, plan.seed()));
      Fork fork = new Fork(contest.benchmark(), contest.threads(), options);
      rounds(fork);
      latencies(fork);
      finish();
    } finally {
      Files.deleteIfExists(order);
    }
  }

  /** Equivalence first: what gives other results is not worth measuring. */
  private void compare() {
    for (Contender form : measured()) {
      @Nullable String difference = form.equals(recorded) ? null : contest.difference(form);
      double retained = contest.retainedBytesPerEntry(form);
      synchronized (this) {
        Scores its = of(form);
        its.retained(retained);
        if (difference != null) {
          its.refuse(ProvenVerdict.NOT_EQUIVALENT, difference);
        }
      }
    }
  }

  private void rounds(Fork fork) {
    for (int round = 0; round < plan.rounds(); round++) {
      if (round >= Plan.LEAST_ROUNDS && isOverdue()) {
        progress.accept("the time is over after " + Figures.counted(round, "round"));
        return;
      }
      List<Contender> turns = measured();
      Collections.shuffle(turns, new Random(plan.seed() + round));
      double seconds = forkSeconds((plan.rounds() - round + 1) * turns.size());
      for (Contender form : turns) {
        throughput(fork, form, round, seconds);
      }
    }
  }

  private void throughput(Fork fork, Contender form, int round, double seconds) {
    long began = System.nanoTime();
    try {
      Fork.Throughput measured = fork.throughput(parameters(form), seconds);
      synchronized (this) {
        of(form).add(round, measured);
        roundsDone.merge(form, 1L, Long::sum);
      }
      String rate = Figures.rate(measured.operationsPerSecond());
      say(form, "round " + (round + 1) + " of " + plan.rounds(), rate + " operations/s");
    } catch (Fork.Unmeasured e) {
      refuse(form, e);
    }
    startSeconds = (startSeconds + Math.max(0, secondsSince(began) - seconds)) / 2;
  }

  private static Map<String, String> parameters(Contender form) {
    return Map.of("form", form.form());
  }

  private void latencies(Fork fork) {
    List<Contender> turns = measured();
    int left = turns.size();
    for (Contender form : turns) {
      if (isOverdue()) {
        progress.accept("the time is over, latencies are not measured");
        return;
      }
      try {
        Fork.Latencies measured = fork.latencies(parameters(form), forkSeconds(left--));
        synchronized (this) {
          of(form).add(measured);
        }
        say(form, "latency", "p99 " + Figures.nanos(Math.round(measured.p99Nanos())));
      } catch (Fork.Unmeasured e) {
        refuse(form, e);
      }
    }
  }

  private synchronized void refuse(Contender form, Fork.Unmeasured why) {
    of(form).refuse(ProvenVerdict.NOT_MEASURED, why.getMessage());
    say(form, "not measured", String.valueOf(why.getMessage()));
  }

  private synchronized void finish() {
    complete = true;
  }

  private boolean isOverdue() {
    return secondsSince(beganNanos) > plan.seconds();
  }

  private double forkSeconds(int left) {
    return plan.forkSeconds(secondsSince(beganNanos), Math.max(1, left), startSeconds);
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / NANOS_PER_SECOND;
  }

  private void say(Contender form, String stage, String what) {
    String done = Figures.duration(secondsSince(beganNanos));
    String all = Figures.duration(plan.seconds());
    progress.accept(
        "%s, %s, %s: %s (%s of %s)"
            .formatted(Names.map(map), stage, form.title(), what, done, all));
  }

  private synchronized List<Contender> measured() {
    List<Contender> forms = new ArrayList<>(scores.keySet());
    forms.removeIf(form -> of(form).isRefused());
    return forms;
  }

  private Scores of(Contender form) {
    Scores its = scores.get(form);
    if (its == null) {
      throw new IllegalArgumentException(form + " is not among " + scores.keySet());
    }
    return its;
  }

  /** What has been measured by now, advising what {@code finding} does (null: nothing). */
  public synchronized ProvenGain gain(@Nullable Finding finding) {
    return new ProvenGain(
        finding == null ? null : advised(finding),
        contest.threads(),
        contest.entries(),
        plan.seed(),
        roundsDone.getOrDefault(recorded, 0L).intValue(),
        complete,
        Machine.here(report.jvm()),
        ranked(),
        contest.reproduced(),
        contest.notReproduced(),
        Machine.differences(report.jvm()));
  }

  private @Nullable String advised(Finding finding) {
    @Nullable String advised = contest.advised(finding);
    return scores.keySet().stream()
        .filter(form -> form.form().equals(advised))
        .map(Contender::title)
        .findFirst()
        .orElse(null);
  }

  private List<ProvenCandidate> ranked() {
    Scores baseline = of(recorded);
    List<ProvenCandidate> others = new ArrayList<>();
    scores.forEach(
        (form, its) -> {
          if (!form.equals(recorded)) {
            others.add(its.against(baseline));
          }
        });
    others.sort(Comparator.comparingDouble(Replay::estimate).reversed());
    List<ProvenCandidate> all = new ArrayList<>();
    all.add(baseline.baseline());
    all.addAll(others);
    return all;
  }

  private static double estimate(ProvenCandidate candidate) {
    @Nullable ProvenRatio speedup = candidate.speedup();
    return speedup == null ? -1 : speedup.estimate();
  }
}
