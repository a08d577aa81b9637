package io.mapscope.runtime.management;

import io.mapscope.metrics.MetricPoints;
import io.mapscope.profile.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The agent, as its management bean sees it; called by any thread. */
public interface AgentAccess {
  /** Every figure, a second old at most where the agent keeps up, with the latest findings. */
  Report report();

  /** The metric points of {@link #report}. */
  MetricPoints metrics();

  boolean isGateOpen();

  /** How often the gate was closed. */
  int gateClosings();

  /** How many windows the governor has opened. */
  long gateWindows();

  /** Goes on recording. */
  void openGate();

  /** Ends recording until {@link #openGate}. */
  void closeGate();

  /**
   * Changes the CPU that the agent may cost.
   *
   * @throws IllegalArgumentException saying what is wrong with {@code budget}
   */
  void setBudget(String budget);

  /**
   * Writes a report, its format chosen by the ending; returns the file.
   *
   * @throws IllegalArgumentException saying why {@code file} cannot be written
   */
  Path write(String file) throws IOException;

  /** Ends the agent in this JVM; says in lines for people what has not gone as it should. */
  List<String> detach() throws IOException;
}
