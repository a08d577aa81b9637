package io.mapscope.profile.merge;

import io.mapscope.profile.AgentInfo;
import io.mapscope.profile.JvmInfo;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.RefusedClass;
import io.mapscope.profile.Report;
import io.mapscope.profile.UntrackedMaps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One report of several, as of one JVM that did all of it.
 *
 * <ul>
 *   <li>Counts, times and bytes are added up, the time of observation too: a rate is that of an
 *       average JVM among them, and not of all together.
 *   <li>Numbers of threads and of processors and the limit of the heap are the largest, because
 *       threads of different JVMs share nothing.
 *   <li>Facts about the JVM and the agent that contradict each other stand beside each other,
 *       separated by commas; the process id is then 0.
 *   <li>Maps are one when their ids are. What cannot be added (the lock around a map, its growth,
 *       its nature) is that of the report in which the map had the most operations.
 *   <li>Of several reports of one run, which only grow, the latest stands for the run.
 * </ul>
 */
public final class MergedReport {

  /** Two reports of one process began at the same moment, but for what their clocks round. */
  private static final Duration SAME_START = Duration.ofSeconds(2);

  private static final double NANOS_PER_SECOND = 1e9;

  private MergedReport() {}

  /**
   * The one report of all; a single one is returned as it is, with its findings, a merged one has
   * none yet.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Report of(List<Report> all) {
    List<Report> reports = runs(all);
    if (reports.isEmpty()) {
      throw new IllegalArgumentException("expected a report to merge, got none");
    }
    if (reports.size() == 1) {
      return reports.get(0);
    }
    List<MapProfile> maps = maps(reports);
    return new Report(
        reports.stream().map(Report::generatedAt).max(Comparator.naturalOrder()).orElseThrow(),
        reports.stream().mapToDouble(Report::durationSeconds).sum(),
        jvm(reports.stream().map(Report::jvm).toList()),
        agent(reports, maps.size()),
        maps);
  }

  /** The latest report of each run, in the order given. */
  public static List<Report> runs(List<Report> all) {
    List<Report> runs = new ArrayList<>();
    for (Report report : all) {
      int known = indexOfRun(runs, report);
      if (known < 0) {
        runs.add(report);
      } else if (report.generatedAt().isAfter(runs.get(known).generatedAt())) {
        runs.set(known, report);
      }
    }
    return runs;
  }

  private static int indexOfRun(List<Report> runs, Report report) {
    for (int i = 0; i < runs.size(); i++) {
      if (isOneRun(runs.get(i), report)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isOneRun(Report a, Report b) {
    return a.jvm().pid() == b.jvm().pid()
        && a.jvm().mainClass().equals(b.jvm().mainClass())
        && Duration.between(start(a), start(b)).abs().compareTo(SAME_START) < 0;
  }

  private static Instant start(Report report) {
    return report.generatedAt().minusNanos((long) (report.durationSeconds() * NANOS_PER_SECOND));
  }

  private static JvmInfo jvm(List<JvmInfo> jvms) {
    boolean onePid = jvms.stream().mapToLong(JvmInfo::pid).distinct().count() == 1;
    return new JvmInfo(
        Sums.joined(jvms, JvmInfo::version),
        Sums.joined(jvms, JvmInfo::vendor),
        onePid ? jvms.get(0).pid() : 0,
        Sums.joined(jvms, JvmInfo::mainClass),
        (int) Sums.max(jvms, JvmInfo::cpus),
        Sums.joined(jvms, JvmInfo::gc),
        Sums.sumIfAllKnown(jvms, JvmInfo::cpuNanos),
        Sums.sumIfAllKnown(jvms, JvmInfo::allocatedBytes),
        Sums.max(jvms, JvmInfo::heapMaxBytes));
  }

  private static AgentInfo agent(List<Report> reports, int sites) {
    List<AgentInfo> agents = reports.stream().map(Report::agent).toList();
    return new AgentInfo(
        Sums.joined(agents, AgentInfo::version),
        Sums.joined(agents, AgentInfo::budget),
        Sums.meanShare(reports, one -> one.agent().coverage(), Report::durationSeconds),
        Sums.mean(reports, one -> one.agent().overheadRatio(), Report::durationSeconds),
        Sums.sum(agents, AgentInfo::droppedRecords),
        Sums.sum(agents, AgentInfo::suppressedErrors),
        Sums.sum(agents, AgentInfo::trackedMaps),
        sites,
        Sums.union(agents, AgentInfo::wovenClasses),
        Sums.<AgentInfo, RefusedClass>union(agents, AgentInfo::refusedClasses),
        untracked(agents),
        Sums.sum(agents, AgentInfo::unkeptExamples));
  }

  private static List<UntrackedMaps> untracked(Collection<AgentInfo> agents) {
    Map<String, UntrackedMaps> byReason = new LinkedHashMap<>();
    for (AgentInfo agent : agents) {
      for (UntrackedMaps maps : agent.untracked()) {
        byReason.merge(maps.reason(), maps, MergedReport::plus);
      }
    }
    return List.copyOf(byReason.values());
  }

  private static UntrackedMaps plus(UntrackedMaps a, UntrackedMaps b) {
    return new UntrackedMaps(
        a.reason(),
        Sums.plus(a.mapsCreated(), b.mapsCreated()),
        a.operations().plus(b.operations()));
  }

  /** Each map in the order it first occurs in. */
  private static List<MapProfile> maps(List<Report> reports) {
    Map<String, List<Observed>> byId = new LinkedHashMap<>();
    for (Report report : reports) {
      for (MapProfile map : report.maps()) {
        byId.computeIfAbsent(map.id(), id -> new ArrayList<>())
            .add(new Observed(map, report.durationSeconds()));
      }
    }
    return byId.values().stream().map(MergedMap::of).toList();
  }

  /** A map of one report, and for how long that report's JVM was observed. */
  record Observed(MapProfile map, double seconds) {}
}
