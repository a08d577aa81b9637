package io.mapscope.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Lives of one program in all variants side by side, loaded in turn. The one that is loaded has the
 * machine to itself but for what the others do idle.
 */
final class ServiceRounds {
  /**
   * How long to measure.
   *
   * @param lives of each variant, so that what the compiler makes of one does not decide
   * @param rounds in each life
   * @param warmUpSeconds of each variant at the begin of a life
   * @param seconds of each load in a round
   */
  record Plan(Path javaHome, int lives, int rounds, int warmUpSeconds, int seconds) {}

  /** A variant that is up. */
  private record Up(ServiceVariant variant, LoadedService service, Scratch scratch)
      implements AutoCloseable {
    @Override
    public void close() throws IOException {
      service.close();
      scratch.close();
    }
  }

  private final Plan plan;
  private final Services.Program program;
  private final List<ServiceVariant> variants;

  private ServiceRounds(Plan plan, Services.Program program, List<ServiceVariant> variants) {
    this.plan = plan;
    this.program = program;
    this.variants = variants;
  }

  /** Measures the program; the first variant is the one that the others are compared with. */
  static List<Services.Line> measure(
      Plan plan, Services.Program program, List<ServiceVariant> variants)
      throws IOException, InterruptedException {
    final ServiceRounds rounds = new ServiceRounds(plan, program, variants);
    final List<ServiceVariant> order = new ArrayList<>(variants);
    for (int life = 0; life < plan.lives(); life++) {
      rounds.live(order);
      Collections.rotate(order, 1);
      System.err.printf("%s: life %d of %d done%n", program.name(), life + 1, plan.lives());
    }
    return lines(program, variants);
  }

  private void live(List<ServiceVariant> order) throws IOException, InterruptedException {
    final List<Up> up = new ArrayList<>();
    try {
      for (final ServiceVariant variant : order) {
        up.add(open(variant));
      }
      for (final Up each : up) {
        each.service().warmUp(plan.warmUpSeconds());
      }
      for (int round = 0; round < plan.rounds(); round++) {
        for (final Up each : up) {
          each.variant().add(program.name(), each.service().round(plan.seconds()));
        }
        Collections.rotate(up, 1);
      }
      for (final Up each : up) {
        each.variant()
            .add(program.name(), Map.of("resident memory, MB", each.service().residentMb()));
      }
    } finally {
      for (final Up each : up) {
        each.close();
      }
    }
  }

  private Up open(ServiceVariant variant) throws IOException, InterruptedException {
    final Scratch scratch = Scratch.make("services");
    try {
      final LoadedService service =
          program.opener().open(variant.settings(plan.javaHome(), scratch.directory()));
      variant.add(program.name(), Map.of("start until ready, ms", service.startMillis()));
      return new Up(variant, service, scratch);
    } catch (IOException | InterruptedException failed) {
      scratch.close();
      throw failed;
    }
  }

  /**
   * What was measured of a program; the first variant is the one that the others are compared with.
   */
  static List<Services.Line> lines(Services.Program program, List<ServiceVariant> variants) {
    final ServiceVariant base = variants.get(0);
    final List<Services.Line> lines = new ArrayList<>();
    for (final String quantity : base.quantities(program.name()).keySet()) {
      final Series without = series(program, base, quantity);
      final List<Services.Figures> all = new ArrayList<>();
      all.add(new Services.Figures(base.name(), without, null, null));
      for (final ServiceVariant variant : variants.subList(1, variants.size())) {
        final Series figures = series(program, variant, quantity);
        final Series ratio = figures.over(without);
        all.add(new Services.Figures(variant.name(), figures, ratio, MedianInterval.of(ratio)));
      }
      lines.add(new Services.Line(program.name(), quantity, all));
    }
    return lines;
  }

  private static Series series(Services.Program program, ServiceVariant variant, String quantity) {
    return Series.of(variant.quantities(program.name()).getOrDefault(quantity, List.of()));
  }
}
