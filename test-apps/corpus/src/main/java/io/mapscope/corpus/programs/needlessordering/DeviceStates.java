package io.mapscope.corpus.programs.needlessordering;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Device states in a ConcurrentSkipListMap, of which nobody ever asks the order.
 *
 * <p>The agent sees gets, puts and removes, and no ordered operation nor traversal for as long as
 * it looks. The fixed form is a ConcurrentHashMap.
 */
@Label(
    name = "device-states",
    rules = "needless-ordering",
    map = "stateByDevice",
    source = "rules.md, needless-ordering")
public final class DeviceStates implements CorpusProgram {
  private static final int DEVICES = 20_000;

  private ConcurrentMap<Integer, String> stateByDevice = new ConcurrentHashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    stateByDevice = fixed ? new ConcurrentHashMap<>() : new ConcurrentSkipListMap<>();
    Crew.work(deadline, 3, this::report);
  }

  private void report() {
    final int device = ThreadLocalRandom.current().nextInt(DEVICES);
    switch (ThreadLocalRandom.current().nextInt(8)) {
      case 0 -> stateByDevice.put(device, "up");
      case 1 -> stateByDevice.remove(device);
      default -> stateByDevice.get(device);
    }
  }
}
