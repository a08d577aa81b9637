package io.mapscope.runtime.start;

import io.mapscope.profile.Report;
import io.mapscope.report.ReportRefused;
import io.mapscope.report.ReportWriter;
import io.mapscope.runtime.collect.Gate;
import io.mapscope.runtime.collect.Ledger;
import io.mapscope.runtime.management.AgentAccess;
import io.mapscope.runtime.management.SharedReport;
import io.mapscope.runtime.options.Budget;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** What the management bean may see and do. */
record Control(SharedReport reports, Gate gate, Ledger ledger) implements AgentAccess {
  @Override
  public Report report() {
    return reports.get();
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
    gate.open(ledger::forgetLastWriters);
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
