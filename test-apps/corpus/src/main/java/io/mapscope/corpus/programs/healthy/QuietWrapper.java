package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import io.mapscope.corpus.Results;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Plug-ins in a synchronizedMap that is iterated as it should be, within {@code synchronized}, and
 * seldom used at all.
 *
 * <p>A lock that nobody waits for costs nothing worth a change.
 */
@Label(name = "healthy-quiet-wrapper", source = "rules.md, healthy forms")
public final class QuietWrapper implements CorpusProgram {
  private static final int PLUGINS = 30;

  private final Map<Integer, String> pathByPlugin = Collections.synchronizedMap(new HashMap<>());

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline).with(1, this::install).with(1, this::scan).work();
  }

  private void install() throws InterruptedException {
    final int plugin = ThreadLocalRandom.current().nextInt(PLUGINS);
    pathByPlugin.put(plugin, "/plugins/" + plugin);
    TimeUnit.MILLISECONDS.sleep(20);
  }

  private void scan() throws InterruptedException {
    int sum = 0;
    synchronized (pathByPlugin) {
      for (final String path : pathByPlugin.values()) {
        sum += path.length();
      }
    }
    Results.use(sum);
    TimeUnit.MILLISECONDS.sleep(50);
  }
}
