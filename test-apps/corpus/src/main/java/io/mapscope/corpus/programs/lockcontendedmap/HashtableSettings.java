package io.mapscope.corpus.programs.lockcontendedmap;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Settings in a Hashtable: hardly ever changed, read by four threads on every request.
 *
 * <p>The agent sees reads only, and the threads blocked on the table's monitor all the same.
 */
@SuppressWarnings("JdkObsolete") // such code is about
@Label(
    name = "hashtable-settings",
    rules = "lock-contended-map",
    map = "settings",
    also = "copy-on-write-candidate",
    source = "seed scenario, read-dominated: configuration")
public final class HashtableSettings implements CorpusProgram {
  private static final int SETTINGS = 100;

  private Map<String, String> settings = Map.of();
  private final String[] names = new String[SETTINGS];

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    settings = fixed ? new ConcurrentHashMap<>() : new Hashtable<>();
    for (int i = 0; i < SETTINGS; i++) {
      names[i] = "service.setting." + i;
      settings.put(names[i], "value-" + i);
    }
    Crew.work(deadline, 4, this::request);
  }

  private void request() {
    settings.get(names[ThreadLocalRandom.current().nextInt(SETTINGS)]);
  }
}
