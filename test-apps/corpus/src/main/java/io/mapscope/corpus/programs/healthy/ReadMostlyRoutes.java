package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A table of 2,000 routes in a ConcurrentHashMap: every request looks one up, now and then one is
 * replaced.
 *
 * <p>What the class is made for: reads take no lock, and nobody waits.
 */
@Label(name = "healthy-read-mostly-routes", source = "rules.md, healthy forms")
public final class ReadMostlyRoutes implements CorpusProgram {
  private static final int ROUTES = 2_000;

  private final ConcurrentMap<Integer, String> hostByRoute = new ConcurrentHashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    for (int route = 0; route < ROUTES; route++) {
      hostByRoute.put(route, "host-" + route);
    }
    new Crew(deadline).with(4, this::request).with(1, this::reroute).work();
  }

  private void request() {
    final int route = ThreadLocalRandom.current().nextInt(ROUTES);
    if (hostByRoute.get(route) == null) {
      throw new IllegalStateException("no host for route " + route);
    }
  }

  private void reroute() throws InterruptedException {
    final int route = ThreadLocalRandom.current().nextInt(ROUTES);
    hostByRoute.put(route, "host-" + ThreadLocalRandom.current().nextInt(ROUTES));
    TimeUnit.MILLISECONDS.sleep(1);
  }
}
