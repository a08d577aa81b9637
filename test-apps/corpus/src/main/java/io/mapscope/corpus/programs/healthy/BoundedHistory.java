package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A bounded, access-ordered LinkedHashMap that one thread uses without any lock.
 *
 * <p>A least-recently-used cache as it may be: full, evicting, and nobody waits.
 */
@Label(name = "healthy-bounded-history", source = "rules.md, healthy forms: bounded cache")
public final class BoundedHistory implements CorpusProgram {
  private static final int CAPACITY = 300;
  private static final int PAGES = 1_000;

  private final Map<Integer, String> titleByPage = new Bounded<>();

  private static final class Bounded<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    Bounded() {
      super(512, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > CAPACITY;
    }
  }

  @Override
  public void run(boolean fixed, Deadline deadline) {
    while (!deadline.passed()) {
      final int page = ThreadLocalRandom.current().nextInt(PAGES);
      titleByPage.computeIfAbsent(page, key -> "title " + key);
    }
  }
}
