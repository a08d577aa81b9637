package io.mapscope.runtime.start;

import java.util.MapscopeFact;
import java.util.MapscopeFacts;

/**
 * How many rare facts of each kind the recorder may take between two ticks of the collector, which
 * are a tenth of a second apart: at most 2 ms of the application's time a second and kind, at about
 * 20 us for a fact with a deep stack.
 *
 * <p>A pair of a read and a write takes three looks at the stack, one of them at the locks that are
 * held, 150 us in the demo shop (docs/overhead.md, A service). They are that many in the first
 * minute, so that what is wrong is found soon; later a fifth of it, and a quarter of the samples.
 */
final class FactBudget {
  private static final int PER_TICK = 10;

  private static final int SITES_SAMPLED_PER_TICK = 16;
  private static final int LATER_SITES_SAMPLED_PER_TICK = 4;

  /** Samples allowed beyond those that are asked for. */
  private static final int MORE_SAMPLES = 2;

  /** A latency sample has no stack and costs a tenth. */
  private static final int LATENCIES_PER_TICK = 100;

  private static final int LATER_PAIRS_PER_TICK = 2;

  private FactBudget() {}

  /** Allows what may be recorded until the next tick of an agent of that age. */
  static void refill(long ageNanos) {
    for (int kind = 0; kind < MapscopeFact.KINDS; kind++) {
      MapscopeFacts.allow(kind, PER_TICK);
    }
    MapscopeFacts.allow(MapscopeFact.COMPOUND_RACE, pairs(ageNanos));
    MapscopeFacts.allow(MapscopeFact.SAMPLE, sitesSampled(ageNanos) + MORE_SAMPLES);
    MapscopeFacts.allow(MapscopeFact.LATENCY, LATENCIES_PER_TICK);
  }

  /** Sites of which an operation is made a sample in a tick. */
  static int sitesSampled(long ageNanos) {
    return ageNanos <= WalkBudget.FIRST_NANOS
        ? SITES_SAMPLED_PER_TICK
        : LATER_SITES_SAMPLED_PER_TICK;
  }

  /** Pairs of a read and a write that may be told between two ticks. */
  static int pairs(long ageNanos) {
    return ageNanos <= WalkBudget.FIRST_NANOS ? PER_TICK : LATER_PAIRS_PER_TICK;
  }
}
