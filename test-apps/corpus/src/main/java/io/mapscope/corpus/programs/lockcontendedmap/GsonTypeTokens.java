package io.mapscope.corpus.programs.lockcontendedmap;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import io.mapscope.corpus.library.LibraryDriver;
import io.mapscope.corpus.library.Release;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Gson's adapters by type, the real ones of 2.6.2 and of 2.7: four threads ask for the adapter of a
 * type, as each {@code toJson} does for each value.
 *
 * <p>In 2.6.2 {@code Gson.typeTokenCache} is a {@code synchronizedMap} that is filled within
 * moments and then only read, one thread at a time. The agent sees waits for the wrapper's monitor.
 * 2.7 has a ConcurrentHashMap. Within a whole {@code toJson} the gain was nil on two processors:
 * what the finding promises is the end of the waiting, no more.
 */
@Label(
    name = "gson-type-tokens",
    rules = "lock-contended-map",
    map = "com.google.gson.Gson.typeTokenCache",
    source = "google/gson#437, #570, #806, 2.6.2 -> 2.7")
public final class GsonTypeTokens implements CorpusProgram {
  private final Release broken = Release.of("gson-2.6.2.jar");
  private final Release repaired = Release.of("gson-2.7.jar");

  @Override
  public void run(boolean fixed, Deadline deadline) throws Exception {
    (fixed ? repaired : broken).run(Adapters.class, deadline);
  }

  /** Asks for the adapters of a few types. */
  public static final class Adapters implements LibraryDriver {
    private final Gson gson = new Gson();
    private final TypeToken<?>[] types = {
      TypeToken.get(Integer.class),
      TypeToken.get(Long.class),
      TypeToken.get(String.class),
      TypeToken.get(Boolean.class),
      TypeToken.get(int[].class),
      TypeToken.get(String[].class)
    };

    @Override
    public void run(Deadline deadline) throws Exception {
      Crew.work(deadline, 4, this::lookUp);
    }

    private void lookUp() {
      final TypeToken<?> type = types[ThreadLocalRandom.current().nextInt(types.length)];
      if (gson.getAdapter(type) == null) {
        throw new IllegalStateException("no adapter for " + type);
      }
    }
  }
}
