package io.mapscope.corpus.programs.guardedmapcontended;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import io.mapscope.corpus.library.LibraryDriver;
import io.mapscope.corpus.library.Release;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.log4j.BasicConfigurator;
import org.apache.log4j.varia.NullAppender;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * SLF4J's loggers by name on Log4j 1.2, the real binding of 1.6.6 and of 1.7.5: four threads ask
 * for loggers, as code does that keeps them in no static field.
 *
 * <p>In 1.6.6 {@code Log4jLoggerFactory.loggerMap} is a HashMap read and written under the monitor
 * of its factory. The agent sees that monitor held around the map's operations and threads that
 * wait for it. 1.7.5 has a ConcurrentHashMap and {@code putIfAbsent}.
 */
@Label(
    name = "slf4j-loggers",
    rules = "guarded-map-contended",
    map = "org.slf4j.impl.Log4jLoggerFactory.loggerMap",
    source = "qos-ch/slf4j, slf4j-log4j12 1.6.6 -> 1.7.5")
public final class Slf4jLoggers implements CorpusProgram {
  private final Release broken = binding("1.6.6");
  private final Release repaired = binding("1.7.5");

  @Override
  public void run(boolean fixed, Deadline deadline) throws Exception {
    (fixed ? repaired : broken).run(Names.class, deadline);
  }

  private static Release binding(String release) {
    return Release.of(
        "slf4j-api-" + release + ".jar", "slf4j-log4j12-" + release + ".jar", "log4j-1.2.17.jar");
  }

  /** Asks for the loggers of 200 classes. */
  public static final class Names implements LibraryDriver {
    private static final int CLASSES = 200;

    private final String[] names = new String[CLASSES];

    @Override
    public void run(Deadline deadline) throws Exception {
      BasicConfigurator.configure(new NullAppender());
      for (int i = 0; i < CLASSES; i++) {
        names[i] = "com.acme.service" + i % 17 + ".Worker" + i;
      }
      final ILoggerFactory loggers = LoggerFactory.getILoggerFactory();
      Crew.work(deadline, 4, () -> lookUp(loggers));
    }

    private void lookUp(ILoggerFactory loggers) {
      final String name = names[ThreadLocalRandom.current().nextInt(CLASSES)];
      if (!loggers.getLogger(name).getName().equals(name)) {
        throw new IllegalStateException("another logger than " + name);
      }
    }
  }
}
