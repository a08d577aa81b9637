package io.mapscope.corpus.programs.unsafesharedmap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import io.mapscope.corpus.library.LibraryDriver;
import io.mapscope.corpus.library.Release;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Jackson's cache of resolved types, the real one of 2.4.1 and of 2.4.2, asked by four threads.
 *
 * <p>2.4.1 keeps a LinkedHashMap in access order and takes only the read lock for {@code get}; but
 * a hit moves the entry to the end of the list, so readers write, several at once. In seconds the
 * list holds fewer entries than the map, or runs in a circle. The agent sees two threads in {@code
 * get} at once on {@code TypeFactory._typeCache}, which counts as a write in access order. 2.4.2
 * keeps a ConcurrentHashMap that is cleared when full.
 */
@Label(
    name = "jackson-type-cache",
    rules = "unsafe-shared-map",
    map = "com.fasterxml.jackson.databind.type.TypeFactory._typeCache",
    also = {"lru-under-lock", "guarded-map-contended"},
    source = "FasterXML/jackson-databind#503, 2.4.1 -> 2.4.2")
public final class JacksonTypeCache implements CorpusProgram {
  private final Release broken = jackson("jackson-databind-2.4.1.jar");
  private final Release repaired = jackson("jackson-databind-2.4.2.jar");

  @Override
  public void run(boolean fixed, Deadline deadline) throws Exception {
    (fixed ? repaired : broken).run(Types.class, deadline);
  }

  private static Release jackson(String databind) {
    return Release.of(databind, "jackson-core-2.4.2.jar", "jackson-annotations-2.4.0.jar");
  }

  /** Asks for types of the JDK, as mapping of beans does all the time. */
  public static final class Types implements LibraryDriver {
    private static final Class<?>[] BEANS = {
      java.util.Locale.class,
      java.util.Currency.class,
      java.util.Calendar.class,
      java.net.URI.class,
      java.net.URL.class,
      java.net.InetAddress.class,
      java.io.File.class,
      java.time.Instant.class,
      java.time.Duration.class,
      java.math.BigDecimal.class,
      java.text.NumberFormat.class,
      java.util.UUID.class
    };

    private final TypeFactory types = new ObjectMapper().getTypeFactory();

    @Override
    public void run(Deadline deadline) throws Exception {
      Crew.work(deadline, 4, this::resolve);
    }

    private void resolve() {
      final Class<?> bean = BEANS[ThreadLocalRandom.current().nextInt(BEANS.length)];
      if (!types.constructType(bean).hasRawClass(bean)) {
        throw new IllegalStateException("another type than " + bean);
      }
    }
  }
}
