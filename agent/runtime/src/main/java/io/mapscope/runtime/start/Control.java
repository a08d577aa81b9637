package io.mapscope.runtime.start;

import io.mapscope.metrics.MetricFeed;
import io.mapscope.metrics.MetricPoints;
import io.mapscope.profile.Report;
import io.mapscope.report.ReportRefused;
import io.mapscope.report.ReportWriter;
import io.mapscope.runtime.collect.Gate;
import io.mapscope.runtime.management.AgentAccess;
import io.mapscope.runtime.management.SharedReport;
import io.mapscope.runtime.options.Budget;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.MapscopePresence;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What the management bean may see and do. */
final class Control implements AgentAccess {
  private final SharedReport reports;
  private final Gate gate;
  private final Governor governor;
  private final MetricFeed feed;
  private @Nullable Report measured;
  private @Nullable MetricPoints metrics;

  Control(SharedReport reports, Gate gate, Governor governor, MetricFeed feed) {
    this.reports = reports;
    this.gate = gate;
    this.governor = governor;
    this.feed = feed;
  }

  @Override
  public Report report() {
    return reports.get();
  }

  @Override
  public MetricPoints metrics() {
    return metrics(report());
  }

  /** Made once for each report: the feed wants every one once, in order. */
  private synchronized MetricPoints metrics(Report report) {
    MetricPoints points = metrics;
    if (points == null || measured != report) {
      metrics = points = feed.next(report);
      measured = report;
    }
    return points;
  }

  /** Ends the thread that makes reports. */
  void close() {
    reports.close();
  }

  @Override
  public boolean isGateOpen() {
    return gate.isOpen();
  }

  @Override
  public int gateClosings() {
    return gate.closings();
  }

  @Override
  public void openGate() {
    gate.open();
  }

  @Override
  public void closeGate() {
    gate.close();
  }

  @Override
  public void setBudget(String budget) {
    String problem = Budget.problem(budget);
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    governor.setBudget(budget);
  }

  @Override
  public long gateWindows() {
    return gate.windows();
  }

  /** By the same hand as the command line's. */
  @Override
  public List<String> detach() throws IOException {
    Callable<List<String>> ending = MapscopePresence.ending();
    if (ending == null) {
      return List.of("there is no agent any more");
    }
    try {
      return ending.call();
    } catch (IOException | RuntimeException problem) {
      throw problem;
    } catch (Exception problem) {
      throw new IOException(problem);
    }
  }

  @Override
  public Path write(String file) throws IOException {
    try {
      ReportWriter writer = ReportWriter.to(Path.of(file).toAbsolutePath());
      writer.write(report());
      return writer.file();
    } catch (ReportRefused refused) {
      throw new IllegalArgumentException(refused.getMessage(), refused);
    } catch (InvalidPathException invalid) {
      throw new IllegalArgumentException(
          "'" + file + "' is not a file name: " + invalid.getReason(), invalid);
    }
  }
}
