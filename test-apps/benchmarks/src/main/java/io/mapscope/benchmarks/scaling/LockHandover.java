package io.mapscope.benchmarks.scaling;

/**
 * A plain map behind one lock that cores wait for: what is written inside goes with the lock from
 * core to core, one line after the other, and nobody else gets in meanwhile.
 *
 * @param lines written under the lock
 */
record LockHandover(String program, int lines) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** The lock, the map's size and changes, the entry. */
  static final LockHandover WITHOUT_AGENT = new LockHandover("without the agent", 3);

  /** And the probe, which has the mark of the writer. */
  static final LockHandover WITH_AGENT = new LockHandover("with the agent", 4);

  /** Operations that all cores together can do, if each has to take the lock from another. */
  double mostPerSecond(double transferNanos) {
    return NANOS_PER_SECOND / (lines * transferNanos);
  }
}
