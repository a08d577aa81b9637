package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A HashMap that is filled before the threads that read it start, and never changed again.
 *
 * <p>Read by four threads without a lock, and safe.
 */
@Label(name = "healthy-frozen-countries", source = "rules.md, healthy forms: frozen maps")
public final class FrozenCountries implements CorpusProgram {
  private static final int COUNTRIES = 250;

  private final Map<Integer, String> nameByCode = new HashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    for (int code = 0; code < COUNTRIES; code++) {
      nameByCode.put(code, "country " + code);
    }
    Crew.work(deadline, 4, this::request);
  }

  private void request() {
    if (nameByCode.get(ThreadLocalRandom.current().nextInt(COUNTRIES)) == null) {
      throw new IllegalStateException("a country is gone");
    }
  }
}
