package io.mapscope.othermaps.programs;

import java.util.Random;

/** One way to use a map or cache. */
interface Use {
  int KEYS = 200;

  /** One random operation, exact under concurrency too. */
  void step(Random random, Oracle oracle);

  /** What is done once, by one thread. */
  default void alone(Oracle oracle) {}
}
