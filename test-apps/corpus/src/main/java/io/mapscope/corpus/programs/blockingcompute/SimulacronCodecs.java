package io.mapscope.corpus.programs.blockingcompute;

import com.datastax.oss.protocol.internal.response.result.RawType;
import com.datastax.oss.simulacron.common.codec.CqlMapper;
import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import io.mapscope.corpus.library.LibraryDriver;
import io.mapscope.corpus.library.Release;
import java.lang.reflect.Constructor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Simulacron's codecs by type, the real class of 0.8.6 and of 0.8.7: lists of maps of lists, whose
 * codec is made from the codecs of their elements.
 *
 * <p>In 0.8.6 the function given to {@code CqlMapper.cqlTypeCache.computeIfAbsent} calls {@code
 * computeIfAbsent} on the same ConcurrentHashMap. That is forbidden: it throws "Recursive update",
 * or goes round for ever when the two keys share a bin. The agent counts functions that came back
 * to the map they were computing for; threads of this program that hang are left behind. 0.8.7
 * makes the codec first and then calls {@code putIfAbsent}.
 */
@Label(
    name = "simulacron-codecs",
    rules = "blocking-compute",
    map = "com.datastax.oss.simulacron.common.codec.CqlMapper.cqlTypeCache",
    source = "datastax/simulacron#69, 0.8.6 -> 0.8.7")
public final class SimulacronCodecs implements CorpusProgram {
  private final Release broken = simulacron("0.8.6");
  private final Release repaired = simulacron("0.8.7");

  @Override
  public void run(boolean fixed, Deadline deadline) throws Exception {
    (fixed ? repaired : broken).run(Codecs.class, deadline);
  }

  private static Release simulacron(String release) {
    return Release.of(
        "simulacron-common-" + release + ".jar",
        "native-protocol-1.4.3.jar",
        "slf4j-api-1.7.5.jar",
        "slf4j-log4j12-1.7.5.jar",
        "log4j-1.2.17.jar",
        "jackson-databind-2.16.1.jar",
        "jackson-core-2.16.1.jar",
        "jackson-annotations-2.16.1.jar");
  }

  /** Asks new mappers, whose caches are empty, for codecs of nested types. */
  public static final class Codecs implements LibraryDriver {
    private static final int DEPTH = 6;
    private static final int CONNECT_EVERY_MILLIS = 50;
    private static final RawType[] ELEMENTS = {
      RawType.PRIMITIVES.get(0x0002), RawType.PRIMITIVES.get(0x0009), RawType.PRIMITIVES.get(0x000D)
    };

    private final LongAdder refused = new LongAdder();
    private final Constructor<CqlMapper> mappers;

    /** Finds the constructor, which is not public. */
    public Codecs() throws NoSuchMethodException {
      mappers = CqlMapper.class.getDeclaredConstructor(int.class);
      mappers.setAccessible(true);
    }

    @Override
    public void run(Deadline deadline) throws Exception {
      Crew.work(deadline, 2, this::connect);
    }

    private void connect() throws Exception {
      final CqlMapper mapper = mappers.newInstance(4);
      for (final RawType element : ELEMENTS) {
        codec(mapper, nested(element));
      }
      TimeUnit.MILLISECONDS.sleep(CONNECT_EVERY_MILLIS);
    }

    private static RawType nested(RawType element) {
      RawType type = element;
      for (int depth = 0; depth < DEPTH; depth++) {
        type = new RawType.RawList(type);
      }
      return type;
    }

    private void codec(CqlMapper mapper, RawType type) {
      try {
        mapper.codecFor(type);
      } catch (IllegalStateException recursiveUpdate) {
        refused.increment();
      }
    }
  }
}
