package io.mapscope.benchmarks.scaling;

/**
 * So many cores that do nothing but operations on one map, step by step: the core whose clock is
 * behind is next. The first operations of each core, which fetch what is cold, are not counted.
 *
 * @param nanosPerOperation of one core on average, transfers and the operation's own time
 * @param transfersPerOperation of cache lines
 */
record CoherenceSimulation(double nanosPerOperation, double transfersPerOperation) {
  private static final int WARM_UP_PER_CORE = 200;
  private static final int COUNTED_PER_CORE = 1_000;
  private static final int HALVINGS = 20;

  /**
   * Runs it.
   *
   * @param ownNanos what one operation takes where nothing has to be transferred
   * @param waitedShare of a transfer that the core waits which wants the line
   */
  static CoherenceSimulation of(
      Pattern pattern,
      int cores,
      double ownNanos,
      double transferNanos,
      double waitedShare,
      Caches.Contention contention) {
    final Caches caches =
        new Caches(cores, Pattern.lines(cores), transferNanos, waitedShare, contention);
    run(pattern, caches, ownNanos, (long) cores * WARM_UP_PER_CORE);
    final long transfersBefore = caches.transfers();
    final double clocksBefore = clocks(caches, cores);
    final long operations = (long) cores * COUNTED_PER_CORE;
    run(pattern, caches, ownNanos, operations);
    return new CoherenceSimulation(
        (clocks(caches, cores) - clocksBefore) / operations,
        (double) (caches.transfers() - transfersBefore) / operations);
  }

  private static void run(Pattern pattern, Caches caches, double ownNanos, long operations) {
    for (long i = 0; i < operations; i++) {
      final int core = caches.next();
      caches.work(core, ownNanos);
      pattern.operation(caches, core);
    }
  }

  private static double clocks(Caches caches, int cores) {
    double sum = 0;
    for (int core = 0; core < cores; core++) {
      sum += caches.clockNanos(core);
    }
    return sum;
  }

  /**
   * The share of a transfer that cores wait, from 0 to 1, by which the simulation of {@code
   * pattern} gives what was measured: by halving, because more waiting is never less time.
   */
  static double waitedShare(
      Pattern pattern, int cores, double ownNanos, double transferNanos, double measuredNanos) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      final double middle = (low + high) / 2;
      final double nanos =
          of(pattern, cores, ownNanos, transferNanos, middle, Caches.Contention.OVERLAPPING)
              .nanosPerOperation();
      if (nanos < measuredNanos) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
