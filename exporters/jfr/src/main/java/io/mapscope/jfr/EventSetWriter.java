package io.mapscope.jfr;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link Report} as a set of events: a {@link MapStatistics} per map, with a {@link
 * MapOverview} for people, then one {@link AgentStatistics} that says how many those were.
 *
 * <p>Sets are numbered and carry the id of this writer, because events of one recording reach a
 * reader in no certain order, from several chunks, and even from several JVMs when recordings were
 * joined. The id is random: process ids repeat, above all in containers. Its 16 characters are few
 * enough for JFR not to pool them, see {@link Texts}.
 */
final class EventSetWriter {

  private final String run = String.format("%016x", new SplittableRandom().nextLong());
  private final FindingEvents findings;
  private long sets;
  private @Nullable Report last;

  EventSetWriter(FindingEvents findings) {
    this.findings = findings;
  }

  /** The id that all events of this writer carry. */
  String run() {
    return run;
  }

  /** Writes one more set: of {@code report}, or of the final one if there has been one. */
  synchronized void write(Report report) {
    Report current = last == null ? report : last;
    sets++;
    writeMaps(current);
    writeAgent(current);
  }

  /**
   * Writes {@code report} and makes it the content of all sets to come. Written again at the end of
   * the chunk, it is complete in the recording even if that ends while this is being written.
   */
  synchronized void writeFinal(Report report) {
    last = report;
    write(report);
    writeFindings(report);
  }

  /** Writes the findings that stand: those of {@code report}, or of the final one. */
  synchronized void writeFindings(Report report) {
    findings.writeOpen(last == null ? report : last, run);
  }

  private void writeMaps(Report report) {
    int position = 0;
    for (MapProfile map : report.maps()) {
      MapStatistics event = new MapStatistics();
      event.run = run;
      event.set = sets;
      event.position = position++;
      MapStatisticsMapping.fill(event, map, report.durationSeconds());
      event.commit();
      MapOverview.write(map, report.durationSeconds());
    }
  }

  private void writeAgent(Report report) {
    AgentStatistics event = new AgentStatistics();
    event.run = run;
    event.set = sets;
    event.mapEvents = report.maps().size();
    AgentStatisticsMapping.fill(event, report);
    event.commit();
  }
}
