package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A cache of 200 templates in a LinkedHashMap in access order, under a lock that is hardly ever
 * taken by two.
 *
 * <p>A trap: it is the form that has to go where threads queue for it; here none does, and taking
 * the lock away, as others did, breaks the list.
 */
@Label(
    name = "healthy-quiet-lru",
    source = "FasterXML/jackson-databind#503, eclipse-ee4j/jersey#5502: the lock was needed")
public final class QuietLru implements CorpusProgram {
  private static final int MOST_TEMPLATES = 200;
  private static final int TEMPLATES = 250;

  private final Map<Integer, String> templates = new LinkedHashMap<>(16, 0.75f, true);

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 3, this::render);
  }

  private void render() throws InterruptedException {
    final int name = ThreadLocalRandom.current().nextInt(TEMPLATES);
    if (!template(name).endsWith(String.valueOf(name))) {
      throw new IllegalStateException("another template than " + name);
    }
    TimeUnit.MILLISECONDS.sleep(1);
  }

  private synchronized String template(int name) {
    final String known = templates.get(name);
    if (known != null) {
      return known;
    }
    final String template = "template-" + name;
    templates.put(name, template);
    if (templates.size() > MOST_TEMPLATES) {
      final Iterator<Integer> eldest = templates.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
    return template;
  }
}
