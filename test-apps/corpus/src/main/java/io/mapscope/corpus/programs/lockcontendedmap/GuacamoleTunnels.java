package io.mapscope.corpus.programs.lockcontendedmap;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Guacamole's tunnels by identifier, as they were: a {@code synchronizedMap} that every instruction
 * of every remote desktop asks for its tunnel.
 *
 * <p>The agent sees threads that wait for the wrapper's monitor, for look-ups mostly. Tunnels come
 * and go, so an immutable copy would be made too often; the fixed form is the ConcurrentHashMap
 * that was merged.
 */
@Label(
    name = "guacamole-tunnels",
    rules = "lock-contended-map",
    map = "tunnels",
    source = "glyptodon/guacamole-client#309")
public final class GuacamoleTunnels implements CorpusProgram {
  private static final int TUNNELS = 500;

  private Map<Integer, AtomicLong> tunnels = Map.of();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    tunnels = fixed ? new ConcurrentHashMap<>() : Collections.synchronizedMap(new HashMap<>());
    for (int id = 0; id < TUNNELS; id++) {
      tunnels.put(id, new AtomicLong());
    }
    new Crew(deadline).with(4, this::instruct).with(1, this::reconnect).work();
  }

  private void instruct() {
    final AtomicLong tunnel = tunnels.get(ThreadLocalRandom.current().nextInt(TUNNELS));
    if (tunnel != null) {
      tunnel.incrementAndGet();
    }
  }

  private void reconnect() throws InterruptedException {
    final int id = ThreadLocalRandom.current().nextInt(TUNNELS);
    tunnels.remove(id);
    tunnels.put(id, new AtomicLong());
    TimeUnit.MILLISECONDS.sleep(1);
  }
}
