package io.mapscope.runtime.start;

import io.mapscope.profile.Report;
import io.mapscope.runtime.collect.Gate;
import io.mapscope.runtime.collect.Ledger;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.MapscopeAdoption;
import java.util.MapscopeErrors;
import java.util.MapscopeSettings;
import java.util.MapscopeTiming;
import java.util.MapscopeTraversals;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The agent's heartbeat, on a daemon thread of its own: refills the recorder's budgets ten times a
 * second, follows births and deaths of maps every second, takes a snapshot every interval, and the
 * last one when the JVM ends.
 */
final class Collector {
  private static final long TICK_MILLIS = 100;

  private static final int PROMOTIONS_PER_TICK = 16;

  /** Operations timed in a window, at about 0.1 us each: a ten-thousandth of a core at most. */
  private static final int TIMED_PER_TICK = 128;

  private static final int FUNCTIONS_TIMED_PER_TICK = 128;

  /** Loops watched for torn ones, one of a map; a table of counters is summed up for each. */
  private static final int TRAVERSALS_PER_TICK = 32;

  private static final int TICKS_PER_UPDATE = 10;

  /** Different problems of the collector that are told. */
  private static final int MOST_SAID = 20;

  private final Ledger ledger;
  private final Gate gate;
  private final ContentionWatch contention;
  private final JvmFacts jvm;
  private final long beginNanos = System.nanoTime();
  private final WalkBudget walks = new WalkBudget(beginNanos);
  private final long ticksPerInterval;
  private final CountDownLatch finished = new CountDownLatch(1);
  private final SplittableRandom random = new SplittableRandom();
  private final AtomicReference<@Nullable Report> latest = new AtomicReference<>();
  private final Set<String> said = Collections.synchronizedSet(new HashSet<>());
  private volatile @Nullable Thread thread;
  private volatile boolean stopping;
  private boolean saidCrowded;

  Collector(Ledger ledger, Gate gate, ContentionWatch contention, JvmFacts jvm, Duration interval) {
    this.gate = gate;
    this.jvm = jvm;
    this.ledger = ledger;
    this.contention = contention;
    this.ticksPerInterval = Math.max(1, interval.toMillis() / TICK_MILLIS);
  }

  /**
   * Beats until {@link #finish}; on the agent's own thread.
   *
   * @param urgent whether {@code atStart} cannot wait for the first tick, which leaves the
   *     processor to the application's start
   * @param everyTick done before windows are opened
   * @param everySecond done about every second
   * @param snapshots makes the report of each interval, and the last
   */
  void run(
      boolean urgent,
      Runnable atStart,
      Runnable everyTick,
      Runnable everySecond,
      Runnable everyInterval,
      Supplier<Report> snapshots) {
    thread = Thread.currentThread();
    AgentLog.prepare();
    // Made here once: a beat must not need memory before it is guarded.
    Runnable refill = this::refill;
    Runnable sample = this::sample;
    Runnable update = this::update;
    Runnable drain = contention::drain;
    Runnable crowded = this::sayCrowded;
    Runnable snapshot = () -> latest.set(snapshots.get());
    if (urgent) {
      guarded(atStart);
    }
    long tick = 0;
    while (!stopped()) {
      if (++tick == 1 && !urgent) {
        guarded(atStart);
      }
      guarded(everyTick);
      guarded(refill);
      guarded(sample);
      if (tick % TICKS_PER_UPDATE == 0) {
        guarded(update);
        guarded(everySecond);
      }
      if (tick % ticksPerInterval == 0) {
        guarded(everyInterval);
        guarded(snapshot);
      }
    }
    guarded(drain);
    guarded(crowded);
    guarded(snapshot);
    finished.countDown();
  }

  /** Takes the last snapshot; when that takes longer than {@code patience} gives the one before. */
  @Nullable Report finish(Patience patience) throws InterruptedException {
    stopping = true;
    LockSupport.unpark(thread);
    long begin = System.nanoTime();
    if (!patience.await(finished, this::isAtWork)) {
      AgentLog.say(
          "the last snapshot is not ready after "
              + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)
              + " s; the report shows the one before");
    }
    return latest.get();
  }

  private boolean isAtWork() {
    Thread beating = thread;
    return beating != null && beating.getState() == Thread.State.RUNNABLE;
  }

  /** The report of the last interval, or null before the first has passed. */
  @Nullable Report latest() {
    return latest.get();
  }

  /**
   * Waits for a random time, a tick on average: samples must not fall in step with the program.
   * Parked and not in a queue, because that takes a node, and the heartbeat goes on without memory;
   * an interrupt, which only the application can have sent, does not end it either.
   */
  private boolean stopped() {
    if (!stopping) {
      Thread.interrupted();
      LockSupport.parkNanos(
          TimeUnit.MILLISECONDS.toNanos(1) * (1 + random.nextLong(2 * TICK_MILLIS)));
    }
    return stopping;
  }

  private void refill() {
    long nowNanos = System.nanoTime();
    walks.refill(nowNanos);
    FactBudget.refill(nowNanos - beginNanos);
    if (gate.isOpen()) {
      ledger.lookAtPaces();
      openWindows();
    }
  }

  private static void openWindows() {
    MapscopeAdoption.sampleOverBudget(PROMOTIONS_PER_TICK);
    MapscopeTiming.open(TIMED_PER_TICK, FUNCTIONS_TIMED_PER_TICK);
    MapscopeTraversals.open(TRAVERSALS_PER_TICK);
  }

  private void sample() {
    ledger.drainFacts();
    if (gate.isOpen()) {
      ledger.armSamples(FactBudget.sitesSampled(System.nanoTime() - beginNanos));
    }
  }

  private void update() {
    saySuppressed();
    walks.heard(System.nanoTime(), jvm.cpuNanos());
    sayCrowded();
    ledger.update();
    ledger.findFields();
    contention.check();
  }

  /**
   * What was kept from the application is said here, so that it is not kept from the operator;
   * once, because what fails in one operation will often fail in the next.
   */
  private void saySuppressed() {
    Throwable problem = MapscopeErrors.latest;
    if (problem != null) {
      if (isNew(problem)) {
        AgentLog.say("suppressed inside a map operation", ": ", problem);
      }
      MapscopeErrors.latest = null; // after that: what cannot be said for want of memory is later
    }
  }

  private void sayCrowded() {
    if (!saidCrowded && MapscopeSettings.crowded) {
      saidCrowded = true;
      AgentLog.say(
          "the accounts of maps and threads take as much heap as max.memory allows: threads new to a"
              + " map count together with all maps of its site, new maps without a site");
    }
  }

  /**
   * One failed step must not end the heartbeat; it is counted, and said once, because what fails at
   * one beat will often fail at the next.
   */
  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error problem) {
      tell(problem);
    }
  }

  /** {@code maker}, which other threads use: what fails in it is counted and said, too. */
  Supplier<Report> telling(Supplier<Report> maker) {
    return () -> {
      try {
        return maker.get();
      } catch (RuntimeException | Error problem) {
        tell(problem);
        throw problem;
      }
    };
  }

  private void tell(Throwable problem) {
    MapscopeErrors.suppressed++;
    if (isNew(problem)) {
      AgentLog.say("collector", ": ", problem);
    }
  }

  private boolean isNew(Throwable problem) {
    try {
      return said.size() < MOST_SAID && said.add(problem.toString());
    } catch (OutOfMemoryError starving) {
      MapscopeErrors.suppressed++;
      return false;
    }
  }
}
