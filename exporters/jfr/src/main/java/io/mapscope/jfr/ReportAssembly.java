package io.mapscope.jfr;

import io.mapscope.profile.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts reports together from events in whatever order they come; equal to the reports that were
 * written as these events. Of each run of the agent the newest complete set counts.
 */
public final class ReportAssembly {

  /** The event types that reports are made of; {@link #add} takes no others. */
  public static final Set<String> EVENT_TYPES = Set.of(MapStatistics.NAME, AgentStatistics.NAME);

  private final Map<String, RunEvents> runs = new LinkedHashMap<>();

  /**
   * Takes one event.
   *
   * @param type its type, one of {@link #EVENT_TYPES}
   * @throws IllegalArgumentException when the event is not what this version writes
   */
  public void add(String type, EventValues values) {
    EventFields fields = new EventFields(values);
    runs.computeIfAbsent(fields.run(), run -> new RunEvents())
        .add(fields, type.equals(MapStatistics.NAME));
  }

  /** Whether there has been no event yet. */
  public boolean isEmpty() {
    return runs.isEmpty();
  }

  /** A report for every run of the agent that has a complete one, oldest first. */
  public List<Report> reports() {
    List<Report> reports = new ArrayList<>();
    for (RunEvents run : runs.values()) {
      Report newest = run.newest();
      if (newest != null) {
        reports.add(newest);
      }
    }
    reports.sort(Comparator.comparing(Report::generatedAt));
    return reports;
  }
}
