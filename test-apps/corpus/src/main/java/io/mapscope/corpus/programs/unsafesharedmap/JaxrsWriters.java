package io.mapscope.corpus.programs.unsafesharedmap;

import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import io.mapscope.corpus.library.LibraryDriver;
import io.mapscope.corpus.library.Release;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedHashMap;

/**
 * Jackson's JAX-RS provider, the real one of 2.16.0 and of 2.16.1, writing answers of 250 types.
 *
 * <p>A change that was to take a lock off the hot path left {@code ProviderBase._writers}, a
 * LinkedHashMap that drops its eldest entry beyond 120, without any. Entries get lost from its list
 * but not from its table, and it grows past its bound. The agent sees the overlaps. It also is a
 * trap: who removes the lock of a LRU must replace the map too. 2.16.1 takes a concurrent LRU map.
 */
@Label(
    name = "jaxrs-writers",
    rules = "unsafe-shared-map",
    map = "com.fasterxml.jackson.jaxrs.base.ProviderBase._writers",
    also = "unbounded-growth",
    source =
        "FasterXML/jackson-jaxrs-providers#166, #179, eclipse-ee4j/jersey#5502, 2.16.0 -> 2.16.1")
public final class JaxrsWriters implements CorpusProgram {
  private final Release broken = provider("2.16.0");
  private final Release repaired = provider("2.16.1");

  @Override
  public void run(boolean fixed, Deadline deadline) throws Exception {
    (fixed ? repaired : broken).run(Answers.class, deadline);
  }

  private static Release provider(String release) {
    return Release.of(
        "jackson-jaxrs-base-" + release + ".jar",
        "jackson-jaxrs-json-provider-" + release + ".jar",
        "javax.ws.rs-api-2.1.1.jar",
        "jackson-module-jaxb-annotations-2.16.1.jar",
        "jackson-databind-2.16.1.jar",
        "jackson-core-2.16.1.jar",
        "jackson-annotations-2.16.1.jar");
  }

  /** Endpoints whose answers are of many types. */
  public static final class Answers implements LibraryDriver {
    private static final int TYPES = 250;
    private static final int ANSWERS_PER_TURN = 50;
    private static final Annotation[] NO_ANNOTATIONS = {};

    private final JacksonJsonProvider provider = new JacksonJsonProvider();
    private final Class<?>[] types = new Class<?>[TYPES];

    @Override
    public void run(Deadline deadline) throws Exception {
      // A type of every number of dimensions: the provider looks at the class only.
      types[0] = int.class;
      for (int i = 1; i < TYPES; i++) {
        types[i] = Array.newInstance(types[i - 1], 0).getClass();
      }
      Crew.work(deadline, 4, this::answer);
    }

    private void answer() throws IOException, InterruptedException {
      for (int i = 0; i < ANSWERS_PER_TURN; i++) {
        provider.writeTo(
            1,
            types[ThreadLocalRandom.current().nextInt(TYPES)],
            Integer.class,
            NO_ANNOTATIONS,
            MediaType.APPLICATION_JSON_TYPE,
            new MultivaluedHashMap<>(),
            OutputStream.nullOutputStream());
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }
}
