package io.mapscope.prove.measure;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.ProvenRatio;
import io.mapscope.profile.Report;
import io.mapscope.profile.text.Figures;
import io.mapscope.prove.form.Form;
import io.mapscope.prove.form.Recorded;
import io.mapscope.prove.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A replay whose threads do as much besides using the map as those of the recorded program: so much
 * that the recorded form is used as often in a second as it is there. What another form gains in it
 * is what the whole program gains.
 *
 * <p>What threads do besides is a loop that keeps a processor busy, of the same length after each
 * operation. Confined to one thread.
 */
public final class LoadedReplay {

  private static final double START_SECONDS = 1.3;
  private static final double LEAST_FORK_SECONDS = 0.2;

  private final Report report;
  private final MapProfile map;
  private final List<Finding> findings;
  private final Recorded recorded;
  private final Workload workload;
  private final Plan plan;
  private final Consumer<String> progress;

  /**
   * @param findings about {@code map}, which tell what of its mix belongs together
   */
  public LoadedReplay(
      Report report,
      MapProfile map,
      List<Finding> findings,
      Recorded recorded,
      Plan plan,
      Consumer<String> progress) {
    this.report = report;
    this.map = map;
    this.findings = List.copyOf(findings);
    this.recorded = recorded;
    this.plan = plan;
    this.progress = progress;
    int cpus = Runtime.getRuntime().availableProcessors();
    workload = Workload.of(map, findings, cpus, plan.seed());
  }

  /** What is replayed. */
  public Workload workload() {
    return workload;
  }

  /**
   * What {@code form} gains.
   *
   * @param perSecond how many steps of the workload all threads together do in the program, while
   *     no agent slows it down
   */
  public Gain gain(Form form, double perSecond) throws IOException, Fork.Unmeasured {
    @Nullable String difference = new Equivalence(workload).difference(recorded, form);
    if (difference != null) {
      throw new Fork.Unmeasured(difference);
    }
    Path order = Files.createTempFile("mapscope-prove-", ".json");
    try {
      Order.write(report, map, findings, order);
      Fork fork = fork(order);
      Load load = Load.find(perSecond, tokens -> rate(fork, recorded.form(), tokens));
      return new Gain(load.ratio(), ratio(fork, form, load.restTokens()));
    } finally {
      Files.deleteIfExists(order);
    }
  }

  private Fork fork(Path order) {
    List<String> options = new ArrayList<>(GcOptions.options(report.jvm().gc()));
    options.addAll(Order.options(order, plan.seed()));
    return new Fork(ReplayBenchmark.NAME, workload.threads(), options);
  }

  private double forkSeconds() {
    int forks = Load.MOST_TRIES + 2 * plan.rounds();
    return Math.max(LEAST_FORK_SECONDS, plan.seconds() / forks - START_SECONDS);
  }

  private double rate(Fork fork, Form form, long tokens) throws Fork.Unmeasured {
    Map<String, String> parameters = Map.of("form", form.name(), "restTokens", "" + tokens);
    double perSecond = fork.throughput(parameters, forkSeconds()).operationsPerSecond();
    String title = form.title(recorded.base());
    progress.accept(title + ", rest " + tokens + ": " + Figures.rate(perSecond) + " operations/s");
    return perSecond;
  }

  private @Nullable ProvenRatio ratio(Fork fork, Form form, long tokens) throws Fork.Unmeasured {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < plan.rounds(); round++) {
      boolean formFirst = round % 2 == 1;
      double first = rate(fork, formFirst ? form : recorded.form(), tokens);
      double second = rate(fork, formFirst ? recorded.form() : form, tokens);
      ratios.add(formFirst ? first / second : second / first);
    }
    return Interval.of(ratios);
  }

  /**
   * What a form gains.
   *
   * @param load operations that were recorded in a second, over those of as many threads that do
   *     nothing else; 1 at most
   * @param ratio of the work that the threads do, null when the rounds are too few
   */
  public record Gain(double load, @Nullable ProvenRatio ratio) {}
}
