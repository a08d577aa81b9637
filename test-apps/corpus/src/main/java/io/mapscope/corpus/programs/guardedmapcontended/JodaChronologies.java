package io.mapscope.corpus.programs.guardedmapcontended;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import io.mapscope.corpus.library.LibraryDriver;
import io.mapscope.corpus.library.Release;
import java.util.concurrent.ThreadLocalRandom;
import org.joda.time.DateTimeZone;
import org.joda.time.chrono.GregorianChronology;

/**
 * Joda-Time's chronologies by time zone, the real class of 2.3 and of 2.4: four threads ask for the
 * chronology of a zone, as every date that is parsed does.
 *
 * <p>In 2.3 {@code GregorianChronology.cCache} is a HashMap in a static field, and every look-up
 * takes its monitor. The agent sees a plain map with its own monitor held around all operations,
 * hardly ever written, and threads that wait for it: share of time and count. 2.4 has a
 * ConcurrentHashMap and twice the throughput.
 */
@Label(
    name = "joda-chronologies",
    rules = "guarded-map-contended",
    map = "org.joda.time.chrono.GregorianChronology.cCache",
    source = "JodaOrg/joda-time#105, #126, 2.3 -> 2.4")
public final class JodaChronologies implements CorpusProgram {
  private final Release broken = Release.of("joda-time-2.3.jar");
  private final Release repaired = Release.of("joda-time-2.4.jar");

  @Override
  public void run(boolean fixed, Deadline deadline) throws Exception {
    (fixed ? repaired : broken).run(Zones.class, deadline);
  }

  /** Looks up chronologies of 64 zones. */
  public static final class Zones implements LibraryDriver {
    private static final int ZONES = 64;

    private final DateTimeZone[] zones =
        DateTimeZone.getAvailableIDs().stream()
            .limit(ZONES)
            .map(DateTimeZone::forID)
            .toArray(DateTimeZone[]::new);

    @Override
    public void run(Deadline deadline) throws Exception {
      Crew.work(deadline, 4, this::lookUp);
    }

    private void lookUp() {
      final DateTimeZone zone = zones[ThreadLocalRandom.current().nextInt(ZONES)];
      if (!GregorianChronology.getInstance(zone).getZone().equals(zone)) {
        throw new IllegalStateException("the chronology of another zone than " + zone);
      }
    }
  }
}
