package io.mapscope.runtime.start;

import java.util.MapscopeFact;
import java.util.MapscopeFacts;

/**
 * How many rare facts of each kind the recorder may take between two ticks of the collector, which
 * are a tenth of a second apart: at most 2 ms of the application's time a second and kind, at about
 * 20 us for a fact with a deep stack.
 */
final class FactBudget {
  private static final int PER_TICK = 10;

  /** Two more than the sites that the collector makes samples of in a tick. */
  private static final int SAMPLES_PER_TICK = Collector.SITES_ARMED_PER_TICK + 2;

  /** A latency sample has no stack and costs a tenth. */
  private static final int LATENCIES_PER_TICK = 100;

  private FactBudget() {}

  static void refill() {
    for (int kind = 0; kind < MapscopeFact.KINDS; kind++) {
      MapscopeFacts.allow(kind, PER_TICK);
    }
    MapscopeFacts.allow(MapscopeFact.SAMPLE, SAMPLES_PER_TICK);
    MapscopeFacts.allow(MapscopeFact.LATENCY, LATENCIES_PER_TICK);
  }
}
