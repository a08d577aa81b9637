package io.mapscope.prove;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.prove.form.Recorded;
import io.mapscope.prove.measure.Plan;
import io.mapscope.prove.measure.Replay;
import io.mapscope.report.GainText;
import io.mapscope.report.ReportWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * The replays of one call, one map after the other. However it ends, by itself or by a signal, what
 * was measured is printed and written, once.
 */
final class Session {

  private final Report report;
  private final Plan plan;
  private final PrintWriter out;
  private final PrintWriter err;
  private final List<ReportWriter> writers;

  /** Replays by the id of their map, begun ones only. Guarded by this. */
  private final Map<String, Replay> replays = new LinkedHashMap<>();

  private boolean told;
  private boolean failed;

  Session(Report report, Plan plan, CommandLine commandLine, List<ReportWriter> writers) {
    this.report = report;
    this.plan = plan;
    this.out = commandLine.getOut();
    this.err = commandLine.getErr();
    this.writers = List.copyOf(writers);
  }

  /** Replays {@code maps}; whether all output could be written. */
  boolean prove(List<MapProfile> maps) throws IOException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "mapscope-prove-end"));
    err.println("mapscope: seed " + plan.seed());
    for (MapProfile map : maps) {
      Recorded recorded = Objects.requireNonNull(Recorded.of(map), map.id());
      begin(map, new Replay(report, map, findings(map), recorded, plan, this::progress)).run();
    }
    tell();
    return !failed;
  }

  private synchronized Replay begin(MapProfile map, Replay replay) {
    replays.put(map.id(), replay);
    return replay;
  }

  private void progress(String line) {
    err.println("mapscope: " + line);
  }

  private List<Finding> findings(MapProfile map) {
    return report.findings().stream().filter(finding -> finding.map().equals(map.id())).toList();
  }

  /** The JVM ends before its time, or has told all: measuring JVMs must not outlive it. */
  private void interrupted() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    tell();
  }

  private synchronized void tell() {
    if (told) {
      return;
    }
    told = true;
    replays.forEach((id, replay) -> print(report.map(id).orElseThrow(), replay));
    Report proven = report.withFindings(report.findings().stream().map(this::proven).toList());
    for (ReportWriter writer : writers) {
      try {
        writer.write(proven);
      } catch (IOException e) {
        failed = true;
        err.println("mapscope: " + writer.file() + ": could not be written, " + e);
      }
    }
    out.flush();
    err.flush();
  }

  private void print(MapProfile map, Replay replay) {
    List<Finding> findings = findings(map);
    @Nullable Finding first = findings.isEmpty() ? null : findings.get(0);
    GainText.report(map, replay.gain(first)).forEach(out::println);
    if (findings.isEmpty() && !writers.isEmpty()) {
      err.println("mapscope: no finding is about this map, so no report carries its figures");
    }
  }

  private Finding proven(Finding finding) {
    @Nullable Replay replay = replays.get(finding.map());
    return replay == null ? finding : finding.withProvenGain(replay.gain(finding));
  }
}
