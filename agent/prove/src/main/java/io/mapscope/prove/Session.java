package io.mapscope.prove;

import io.mapscope.profile.Finding;
import io.mapscope.profile.Report;
import io.mapscope.prove.measure.Plan;
import io.mapscope.prove.measure.Replay;
import io.mapscope.report.ReportWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** Replays by what they are of, begun ones only. Guarded by this. */
  private final Map<Task, Replay> replays = new LinkedHashMap<>();

  private boolean told;
  private boolean failed;

  Session(Report report, Plan plan, CommandLine commandLine, List<ReportWriter> writers) {
    this.report = report;
    this.plan = plan;
    this.out = commandLine.getOut();
    this.err = commandLine.getErr();
    this.writers = List.copyOf(writers);
  }

  /** Does {@code tasks}; whether all output could be written. */
  boolean prove(List<Task> tasks) throws IOException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "mapscope-prove-end"));
    err.println("mapscope: seed " + plan.seed());
    for (Task task : tasks) {
      begin(task, task.replay(report, plan, this::progress)).run();
    }
    tell();
    return !failed;
  }

  private synchronized Replay begin(Task task, Replay replay) {
    replays.put(task, replay);
    return replay;
  }

  private void progress(String line) {
    err.println("mapscope: " + line);
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
    replays.forEach(this::print);
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

  private void print(Task task, Replay replay) {
    List<Finding> findings = task.findings(report);
    @Nullable Finding first = findings.isEmpty() ? null : findings.get(0);
    task.text(replay.gain(first)).forEach(out::println);
    if (findings.isEmpty() && !writers.isEmpty()) {
      err.println("mapscope: no finding is about this map, so no report carries its figures");
    }
  }

  private Finding proven(Finding finding) {
    return replays.entrySet().stream()
        .filter(one -> one.getKey().tells(finding))
        .findFirst()
        .map(one -> finding.withProvenGain(one.getValue().gain(finding)))
        .orElse(finding);
  }
}
