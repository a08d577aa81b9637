package io.mapscope.corpus.programs.costlycopy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Settings of a tenant handed out as a defensive copy to every request, which reads one of them.
 *
 * <p>The agent sees a full copy of 1,500 entries per request. The fixed form hands out a view that
 * cannot be changed.
 */
@Label(
    name = "tenant-settings",
    rules = "costly-copy",
    map = "settings",
    fix = "a view instead of a copy",
    source = "log4j2#2330: copies on each read, 1.5 to 5 times slower")
public final class TenantSettings implements CorpusProgram {
  private static final int SETTINGS = 1_500;

  private final Map<String, String> settings = new ConcurrentHashMap<>();
  private final Map<String, String> view = Collections.unmodifiableMap(settings);

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    for (int i = 0; i < SETTINGS; i++) {
      settings.put("setting-" + i, "value-" + i);
    }
    Crew.work(deadline, 2, fixed ? () -> request(view) : () -> request(new HashMap<>(settings)));
  }

  private static void request(Map<String, String> all) {
    final String name = "setting-" + ThreadLocalRandom.current().nextInt(SETTINGS);
    if (all.get(name) == null) {
      throw new IllegalStateException(name + " is missing");
    }
    LockSupport.parkNanos(200_000);
  }
}
