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
 * A replay whose threads are as long busy with other things between two operations as those of the
 * recorded program. What another form gains in it is what the program's threads gain that use the
 * map.
 *
 * <p>What threads do besides is a loop that keeps a processor busy, of a length drawn by lot after
 * each operation ({@link Rests}): so long on average that one thread, which nobody holds up, comes
 * from one operation to the next in the recorded median. Where all need one lock, a part of it is
 * done under the lock: so much that all together are as fast as they were. Confined to one thread.
 */
public final class LoadedReplay {

  /** Longer steps are too few in a fork to be counted. */
  private static final double MOST_STEP_NANOS = 5e6;

  /** Of contended locks, which behave in two ways or more, few rounds see one only. */
  private static final int LEAST_ROUNDS = 5;

  /** One thread alone is soon as fast as it gets; what waits for locks takes longer to settle. */
  private static final double SEARCH_SECONDS = 0.5;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double START_SECONDS = 1.3;

  /** What a thread does besides using the map, after an operation and under the lock with it. */
  private record Rest(long tokens, long heldTokens) {}

  private final Report report;
  private final MapProfile map;
  private final List<Finding> findings;
  private final Recorded recorded;
  private final Workload workload;
  private final Plan plan;
  private final Path agent;
  private final Placement placement;
  private final Consumer<String> progress;

  /**
   * @param findings about {@code map}, which tell what of its mix belongs together
   * @param agent the jar that has recorded, counting every operation
   * @param placement of the processors when it did
   */
  public LoadedReplay(
      Report report,
      MapProfile map,
      List<Finding> findings,
      Recorded recorded,
      Plan plan,
      Path agent,
      Placement placement,
      Consumer<String> progress) {
    this.report = report;
    this.map = map;
    this.findings = List.copyOf(findings);
    this.recorded = recorded;
    this.plan = plan;
    this.agent = agent;
    this.placement = placement;
    this.progress = progress;
    int cpus = Runtime.getRuntime().availableProcessors();
    workload = Workload.of(map, findings, cpus, plan.seed());
  }

  /** How long it takes a thread from one step of the workload to the next, NaN when unknown. */
  public double stepNanos() {
    return StepTime.nanos(report, map, workload);
  }

  /** How many times the work the threads do with {@code form}. */
  public @Nullable ProvenRatio gain(Form form) throws IOException, Fork.Unmeasured {
    double stepNanos = stepNanos();
    if (Double.isNaN(stepNanos)) {
      throw new Fork.Unmeasured("how long threads take between operations was not recorded");
    }
    if (stepNanos > MOST_STEP_NANOS) {
      throw new Fork.Unmeasured(
          "a thread uses the map once in "
              + Figures.nanos(Math.round(stepNanos))
              + ", too seldom for a replay");
    }
    @Nullable String difference = new Equivalence(workload).difference(recorded, form);
    if (difference != null) {
      throw new Fork.Unmeasured(difference);
    }
    Path order = Files.createTempFile("mapscope-prove-", ".json");
    try {
      Order.write(report, map, findings, order);
      // what was recorded has the cost of recording in it
      Fork alone = fork(order, 1, Order.recordedBy(agent));
      long tokens =
          Load.restTokens(
              NANOS_PER_SECOND / stepNanos,
              rest ->
                  rate(
                      alone,
                      recorded.form(),
                      new Rest(rest, 0),
                      workload.threads() - 1,
                      SEARCH_SECONDS));
      long held = heldTokens(order, tokens);
      return ratio(fork(order, workload.threads(), List.of()), form, new Rest(tokens - held, held));
    } finally {
      Files.deleteIfExists(order);
    }
  }

  /**
   * What a program does under its lock besides using the map, and what its keys take there, was not
   * recorded; but all its threads together do as much as they did only with that part of their work
   * under it. A full cache's is left aside: what it throws out is under the lock, too.
   */
  private long heldTokens(Path order, long tokens) throws Fork.Unmeasured {
    if (!hasHeldPart() || tokens == 0) {
      return 0;
    }
    Fork all = fork(order, workload.threads(), Order.recordedBy(agent));
    double wanted = StepTime.stepsPerSecond(report, map, workload);
    return Load.heldTokens(
        wanted,
        tokens,
        held -> rate(all, recorded.form(), new Rest(tokens - held, held), 0, SEARCH_SECONDS));
  }

  private boolean hasHeldPart() {
    return workload.threads() > 1 && recorded.form().excludes() && !workload.mix().loads();
  }

  private Fork fork(Path order, int threads, List<String> more) {
    List<String> options = new ArrayList<>(GcOptions.options(report.jvm().gc()));
    options.addAll(Order.options(order, plan.seed()));
    options.addAll(more);
    return new Fork(ReplayBenchmark.NAME, threads, options);
  }

  private int rounds() {
    return Math.max(LEAST_ROUNDS, plan.rounds());
  }

  private double roundSeconds() {
    int tries = Load.MOST_TRIES + (hasHeldPart() ? Load.MOST_HELD_TRIES : 0);
    double search = tries * (SEARCH_SECONDS + START_SECONDS);
    return Math.max(SEARCH_SECONDS, (plan.seconds() - search) / (2 * rounds()) - START_SECONDS);
  }

  private double rate(Fork fork, Form form, Rest rest, int bystanders, double seconds)
      throws Fork.Unmeasured {
    Map<String, String> parameters =
        Map.of(
            "form", form.name(),
            "restTokens", "" + rest.tokens(),
            "heldTokens", "" + rest.heldTokens(),
            "bystanders", "" + bystanders);
    double perSecond =
        placement.hold(() -> fork.throughput(parameters, seconds).operationsPerSecond());
    String title = form.title(recorded.base());
    String work = ", rest " + rest.tokens() + ", under the lock " + rest.heldTokens() + ": ";
    progress.accept(title + work + Figures.rate(perSecond) + " operations/s");
    return perSecond;
  }

  private @Nullable ProvenRatio ratio(Fork fork, Form form, Rest rest) throws Fork.Unmeasured {
    List<Double> ratios = new ArrayList<>();
    double seconds = roundSeconds();
    for (int round = 0; round < rounds(); round++) {
      boolean formFirst = round % 2 == 1;
      double first = rate(fork, formFirst ? form : recorded.form(), rest, 0, seconds);
      double second = rate(fork, formFirst ? recorded.form() : form, rest, 0, seconds);
      ratios.add(formFirst ? first / second : second / first);
    }
    return Interval.of(ratios);
  }
}
