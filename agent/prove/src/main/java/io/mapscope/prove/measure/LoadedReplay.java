package io.mapscope.prove.measure;

import io.mapscope.profile.Finding;
import io.mapscope.profile.Latency;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.ProvenRatio;
import io.mapscope.profile.Quantiles;
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
 * A replay whose threads are as long busy with other things between two operations as those of the
 * recorded program. What another form gains in it is what the program's threads gain that use the
 * map.
 *
 * <p>What threads do besides is a loop that keeps a processor busy, of the same length after each
 * operation: so long that one thread, which nobody holds up, comes from one operation to the next
 * in the recorded median. Confined to one thread.
 */
public final class LoadedReplay {

  /** Fewer tell no median. */
  private static final int LEAST_SAMPLES = 5;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double START_SECONDS = 1.3;
  private static final double LEAST_FORK_SECONDS = 0.2;

  private final Report report;
  private final MapProfile map;
  private final List<Finding> findings;
  private final Recorded recorded;
  private final Workload workload;
  private final Plan plan;
  private final Path agent;
  private final Consumer<String> progress;

  /**
   * @param findings about {@code map}, which tell what of its mix belongs together
   * @param agent the jar that has recorded, counting every operation
   */
  public LoadedReplay(
      Report report,
      MapProfile map,
      List<Finding> findings,
      Recorded recorded,
      Plan plan,
      Path agent,
      Consumer<String> progress) {
    this.report = report;
    this.map = map;
    this.findings = List.copyOf(findings);
    this.recorded = recorded;
    this.plan = plan;
    this.agent = agent;
    this.progress = progress;
    int cpus = Runtime.getRuntime().availableProcessors();
    workload = Workload.of(map, findings, cpus, plan.seed());
  }

  /** How long it takes a thread from one step of the workload to the next, NaN when unknown. */
  public double stepNanos() {
    @Nullable Latency latency = map.facts().latency();
    @Nullable Quantiles between = latency == null ? null : latency.between();
    return between == null || between.samples() < LEAST_SAMPLES
        ? Double.NaN
        : (double) between.p50() * map.operations().total() / workload.mix().total();
  }

  /** How many times the work the threads do with {@code form}. */
  public @Nullable ProvenRatio gain(Form form) throws IOException, Fork.Unmeasured {
    double stepNanos = stepNanos();
    if (Double.isNaN(stepNanos)) {
      throw new Fork.Unmeasured("how long threads take between operations was not recorded");
    }
    @Nullable String difference = new Equivalence(workload).difference(recorded, form);
    if (difference != null) {
      throw new Fork.Unmeasured(difference);
    }
    Path order = Files.createTempFile("mapscope-prove-", ".json");
    try {
      Order.write(report, map, findings, order);
      Fork alone = fork(order, 1, List.of(agentOption()));
      long tokens =
          Load.restTokens(NANOS_PER_SECOND / stepNanos, rest -> rate(alone, recorded.form(), rest));
      return ratio(fork(order, workload.threads(), List.of()), form, tokens);
    } finally {
      Files.deleteIfExists(order);
    }
  }

  /** What was recorded has the cost of recording in it. */
  private String agentOption() {
    return "-javaagent:" + agent + "=advice=off,budget=off,jfr=off";
  }

  private Fork fork(Path order, int threads, List<String> more) {
    List<String> options = new ArrayList<>(GcOptions.options(report.jvm().gc()));
    options.addAll(Order.options(order, plan.seed()));
    options.addAll(more);
    return new Fork(ReplayBenchmark.NAME, threads, options);
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
}
