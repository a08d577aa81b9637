package io.mapscope.runtime.start;

import io.mapscope.runtime.collect.Gate;
import io.mapscope.runtime.collect.Ledger;
import io.mapscope.runtime.govern.CostRates;
import io.mapscope.runtime.govern.DutyControl;
import io.mapscope.runtime.govern.OperationCosts;
import io.mapscope.runtime.govern.Recorded;
import io.mapscope.runtime.govern.WindowPlan;
import io.mapscope.runtime.options.Budget;
import java.util.MapscopeCost;
import java.util.MapscopeErrors;
import java.util.MapscopeSettings;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the agent's cost within its budget: measures it, on a thread of its own, and shuts the gate
 * for most of the time when counting everything would cost too much. The reasons are in {@code
 * govern}; here are the clock and the hand.
 *
 * <p>Without a budget there is no such thread and the gate stays open.
 */
final class Governor implements Runnable {
  private static final long READING_NANOS = 500_000_000L;

  /** Reading every account may take this part of the time between two readings at most. */
  private static final double MOST_READING_SHARE = 0.002;

  private static final long MOST_BETWEEN_READINGS_NANOS = 30_000_000_000L;

  /** At first code is interpreted, then compiled, then compiled well. */
  private static final int EAGER_CALIBRATIONS = 10;

  private static final long CALIBRATION_NANOS = 10_000_000_000L;
  private static final long PATIENCE_MILLIS = 5_000;

  private final Gate gate;
  private final Ledger ledger;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final OperationCosts costs = new OperationCosts();
  private final Calibration calibration = new Calibration();
  private final CostRates rates = new CostRates();
  private final DutyControl control = new DutyControl();
  private final WindowPlan plan = new WindowPlan(new SplittableRandom());
  private volatile String budget;
  private volatile double overheadRatio = Double.NaN;
  private @Nullable Thread thread;
  private @Nullable AgentCpu cpu;
  private boolean started;
  private int calibrations;
  private long calibratedNanos;
  private long readNanos;
  private long readingTookNanos;
  private long decidedNanos;
  private long processNanos;
  private long ownNanos;
  private long besidesNanos;
  private double bornNanos;
  private double complete;
  private double reads;
  private double writes;
  private double others;

  Governor(Gate gate, Ledger ledger, String budget) {
    this.gate = gate;
    this.ledger = ledger;
    this.budget = budget;
  }

  /** Begins if there is a budget; not before {@code main}. */
  synchronized void start() {
    started = true;
    if (thread == null && stop.getCount() > 0 && !budget.equals(Budget.OFF)) {
      Thread fresh = AgentThreads.make(this, "mapscope-governor");
      thread = fresh;
      fresh.start();
    }
  }

  /** Changes the budget, which has been checked; followed from the next decision on. */
  synchronized void setBudget(String wanted) {
    budget = wanted;
    if (started) {
      start();
    }
  }

  String budget() {
    return budget;
  }

  /** The agent's part of the process's CPU time since the governor began; NaN before. */
  double overheadRatio() {
    return overheadRatio;
  }

  /** Leaves the gate as it is and does not come back to it. */
  void end() throws InterruptedException {
    stop.countDown();
    Thread running;
    synchronized (this) {
      running = thread;
    }
    if (running != null) {
      running.join(PATIENCE_MILLIS);
    }
  }

  @Override
  public void run() {
    cpu = new AgentCpu();
    decidedNanos = readNanos = System.nanoTime();
    ledger.readBlock();
    noteTotals();
    double duty = 1;
    while (stop.getCount() > 0) {
      try {
        duty = duty == 1 ? countAll() : countInWindow(duty);
      } catch (RuntimeException | Error problem) {
        MapscopeErrors.suppressed++;
        AgentLog.say("governor: " + problem + "; from now on every operation is counted");
        gate.unshut();
        return;
      }
    }
    ledger.readBlock();
  }

  /** The gate is open until the next reading; returns the duty from then on. */
  private double countAll() {
    calibrateIfDue();
    pause(Math.max(READING_NANOS, leastBetweenReadings()));
    read();
    double duty = decide();
    if (duty < 1) {
      gate.shut();
      ledger.beginWindows();
      readNanos = System.nanoTime();
      pause(plan.next(duty).closedNanos());
    }
    return duty;
  }

  /** One window and the time after it; returns the duty from then on. */
  private double countInWindow(double duty) {
    WindowPlan.Window window = plan.next(duty);
    if (System.nanoTime() - readNanos >= leastBetweenReadings()) {
      read();
    }
    gate.unshut();
    calibrateIfDue();
    pause(window.openNanos());
    gate.shut();
    pause(window.closedNanos());
    if (System.nanoTime() - decidedNanos < READING_NANOS) {
      return duty;
    }
    read();
    double next = decide();
    if (next == 1) {
      gate.unshut();
    }
    return next;
  }

  /** Accounts of a million maps are not read as often as those of ten. */
  private long leastBetweenReadings() {
    double nanos = readingTookNanos / MOST_READING_SHARE;
    return (long) Math.min(MOST_BETWEEN_READINGS_NANOS, nanos);
  }

  private void read() {
    AgentCpu clocks = cpu;
    long began = clocks == null ? 0 : clocks.currentThreadNanos();
    Recorded block = ledger.readBlock();
    readNanos = System.nanoTime();
    readingTookNanos = clocks == null ? 0 : Math.max(0, clocks.currentThreadNanos() - began);
    reads += block.reads();
    writes += block.writes();
    others += block.others();
    bornNanos += costs.nanos(0, block.births(), 0);
    complete += block.weight() * costs.nanos(block.reads(), block.writes(), block.others());
  }

  /** Holds what was spent since the last decision against the budget. */
  private double decide() {
    long now = System.nanoTime();
    long processBefore = processNanos;
    long besidesBefore = besidesNanos + ownNanos;
    noteTotals();
    if (processNanos < 0) {
      return 1; // a JVM that does not tell its CPU time has none to keep to
    }
    rates.add(
        now - decidedNanos,
        processNanos - processBefore,
        complete,
        besidesNanos + ownNanos - besidesBefore);
    decidedNanos = now;
    complete = 0;
    overheadRatio = rates.overheadRatio(costs.nanos(reads, writes, others));
    gate.disturbance(rates.disturbance());
    return control.next(Budget.ratio(budget), rates);
  }

  private void noteTotals() {
    AgentCpu clocks = cpu;
    if (clocks != null) {
      processNanos = ProcessTotals.cpuNanos();
      ownNanos = clocks.ownNanos();
    }
    besidesNanos = MapscopeCost.nanos + MapscopeSettings.walkedNanos + (long) bornNanos;
  }

  private void calibrateIfDue() {
    long now = System.nanoTime();
    if (gate.isOpen()
        && (calibrations < EAGER_CALIBRATIONS || now - calibratedNanos >= CALIBRATION_NANOS)) {
      calibrations++;
      calibratedNanos = now;
      calibration.measure(costs);
    }
  }

  private void pause(long nanos) {
    try {
      if (nanos > 0 && stop.await(nanos, TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException interrupted) {
      return; // nobody but the application can have done that; the window ends early
    }
  }
}
