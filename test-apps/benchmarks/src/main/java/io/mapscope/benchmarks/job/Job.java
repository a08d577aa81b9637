package io.mapscope.benchmarks.job;

import java.util.SplittableRandom;

/** A kind of work that threads do step by step, each with a {@link Worker} of its own. */
interface Job extends AutoCloseable {
  /** What one thread works with. */
  Worker worker(SplittableRandom random) throws Exception;

  @Override
  void close() throws Exception;

  /** One thread's part of the work. */
  interface Worker extends AutoCloseable {
    /** Does one unit of work. */
    void step() throws Exception;

    @Override
    void close() throws Exception;
  }
}
