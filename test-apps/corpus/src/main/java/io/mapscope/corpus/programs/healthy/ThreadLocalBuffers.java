package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A HashMap per thread in a ThreadLocal, filled and cleared for each request.
 *
 * <p>One line, one map per thread, reused.
 */
@Label(name = "healthy-thread-local-buffers", source = "rules.md, healthy forms: per-thread maps")
public final class ThreadLocalBuffers implements CorpusProgram {
  private static final int FIELDS = 30;

  private final ThreadLocal<Map<Integer, String>> buffer = ThreadLocal.withInitial(HashMap::new);

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 3, this::request);
  }

  private void request() {
    final Map<Integer, String> fields = buffer.get();
    for (int field = 0; field < FIELDS; field++) {
      fields.put(field, "value");
    }
    fields.get(ThreadLocalRandom.current().nextInt(FIELDS));
    fields.clear();
  }
}
