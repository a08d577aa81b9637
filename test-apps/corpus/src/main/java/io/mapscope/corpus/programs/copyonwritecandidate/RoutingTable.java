package io.mapscope.corpus.programs.copyonwritecandidate;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Forty routes in a ConcurrentHashMap: four threads look up routes all the time and walk the whole
 * table now and then, one route changes every second.
 *
 * <p>The agent sees hundreds of thousands of reads per write, on a small map, for as long as it
 * looks. An immutable map in a volatile field, swapped at each change, is read faster and is
 * consistent when walked.
 */
@Label(
    name = "routing-table",
    rules = "copy-on-write-candidate",
    map = "gatewayByNetwork",
    source = "seed scenario, read-dominated: routing table")
public final class RoutingTable implements CorpusProgram {
  private static final int NETWORKS = 40;

  private final ConcurrentMap<Integer, String> gatewayByNetwork = new ConcurrentHashMap<>();
  private volatile Map<Integer, String> table = Map.of();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    for (int network = 0; network < NETWORKS; network++) {
      gatewayByNetwork.put(network, "gateway-" + network);
    }
    table = Map.copyOf(gatewayByNetwork);
    new Crew(deadline)
        .with(4, fixed ? () -> route(table) : () -> route(gatewayByNetwork))
        .with(1, fixed ? this::swap : this::change)
        .work();
  }

  private static void route(Map<Integer, String> gateways) {
    for (int packet = 0; packet < 100; packet++) {
      gateways.get(ThreadLocalRandom.current().nextInt(NETWORKS));
    }
    gateways.forEach(RoutingTable::probe);
  }

  private static void probe(int network, String gateway) {
    if (gateway.isEmpty()) {
      throw new IllegalStateException("no gateway for " + network);
    }
  }

  private void change() throws InterruptedException {
    TimeUnit.SECONDS.sleep(1);
    gatewayByNetwork.put(ThreadLocalRandom.current().nextInt(NETWORKS), "backup");
  }

  private void swap() throws InterruptedException {
    TimeUnit.SECONDS.sleep(1);
    final Map<Integer, String> next = new HashMap<>(table);
    next.put(ThreadLocalRandom.current().nextInt(NETWORKS), "backup");
    table = Map.copyOf(next);
  }
}
