package io.mapscope.runtime.start;

import io.mapscope.profile.Report;
import io.mapscope.runtime.collect.Gate;
import io.mapscope.runtime.collect.Ledger;
import io.mapscope.runtime.management.Registration;
import io.mapscope.runtime.management.SharedReport;
import java.util.function.Supplier;
import javax.management.JMException;
import org.jspecify.annotations.Nullable;

/** Registers the management bean as soon as somebody else has made the platform's MBean server. */
final class ManagementWatch {
  private final Ledger ledger;
  private final Gate gate;
  private @Nullable Control control;
  private @Nullable Registration registration;
  private boolean decided;

  ManagementWatch(Ledger ledger, Gate gate) {
    this.ledger = ledger;
    this.gate = gate;
  }

  /** Registers if it is time to; on the collector's thread, about every second. */
  void check(Supplier<Report> reports) {
    if (!decided) {
      try {
        registration = Registration.of(control(reports));
        decided = registration != null;
      } catch (JMException | RuntimeException problem) {
        decided = true;
        AgentLog.say("the management bean " + Registration.NAME + " is missing: " + problem);
      }
    }
  }

  private Control control(Supplier<Report> reports) {
    Control made = control;
    if (made == null) {
      SharedReport shared =
          new SharedReport(reports, task -> AgentThreads.make(task, "mapscope-management"));
      control = made = new Control(shared, gate, ledger);
    }
    return made;
  }
}
