package io.mapscope.runtime.start;

import io.mapscope.jfr.FindingState;
import io.mapscope.jfr.HeldExit;
import io.mapscope.jfr.RepositorySpace;
import io.mapscope.metrics.MetricFeed;
import io.mapscope.otel.sink.FindingNews;
import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.RefusedClass;
import io.mapscope.profile.Report;
import io.mapscope.runtime.advice.Advice;
import io.mapscope.runtime.collect.Gate;
import io.mapscope.runtime.collect.Ledger;
import io.mapscope.runtime.collect.Snapshots;
import io.mapscope.runtime.contention.MonitorWaits;
import io.mapscope.runtime.events.WaitEvents;
import io.mapscope.runtime.management.SharedReport;
import io.mapscope.runtime.options.AgentOptions;
import io.mapscope.runtime.options.OtlpOption;
import io.mapscope.runtime.otlp.Telemetry;
import io.mapscope.runtime.traces.TraceSources;
import io.mapscope.weaver.LibraryWeaver;
import io.mapscope.weaver.Refusal;
import io.mapscope.weaver.Weaver;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.management.JMException;
import org.jspecify.annotations.Nullable;

/**
 * Everything that need not happen before {@code main}: runs on the agent's own thread from start to
 * end, and is told by the shutdown hook when that is.
 */
final class Background implements Runnable {
  private static final Patience PATIENCE_AT_EXIT =
      new Patience(Duration.ofSeconds(5), Duration.ofSeconds(20));

  /** Nobody waits for a JVM to end: a machine that is overloaded may take its time. */
  private static final Patience PATIENCE_AT_DETACH =
      new Patience(Duration.ofSeconds(30), Duration.ofSeconds(60));

  /** What an endpoint that does not answer may add to the application's exit. */
  private static final Duration TELEMETRY_PATIENCE_AT_EXIT = Duration.ofSeconds(1);

  private final AgentOptions options;
  private final Weaver weaver;
  private final Instrumentation instrumentation;
  private final Announcement announcement;
  private final String version;
  private final BooleanSupplier othersAreStarting;
  private final MonitorWaits monitorWaits = new MonitorWaits();
  private final Gate gate = new Gate();
  private final Ledger ledger;
  private final Governor governor;
  private final QueueWatch queues;
  private final ContentionWatch contention;
  private @Nullable SpaceWatch space;
  private final @Nullable ManagementWatch management;
  private final ScrapeWatch scrapes;
  private final JvmFacts jvm = new JvmFacts();
  private final Snapshots snapshots;
  private final Sinks sinks;
  private final Collector collector;
  private final PrintStream standardError = System.err;

  /** Made by the collector's thread when it is needed first, to be loaded after {@code main}. */
  private volatile @Nullable Advice advice;

  /** The same, for those who ask from outside. */
  private @Nullable Control control;

  /** The same, when there has been time for the application to set OpenTelemetry up. */
  private volatile @Nullable TraceSources traces;

  /** Made on the collector's thread if it is asked for. */
  private volatile @Nullable Telemetry telemetry;

  Background(
      AgentOptions options,
      String version,
      Weaver weaver,
      LibraryWeaver libraries,
      Instrumentation instrumentation,
      Announcement announcement,
      BooleanSupplier othersAreStarting) {
    this.options = options;
    this.announcement = announcement;
    this.version = version;
    this.othersAreStarting = othersAreStarting;
    this.weaver = weaver;
    this.instrumentation = instrumentation;
    ledger = new Ledger(monitorWaits, new WaitEvents(), gate, instrumentation);
    governor = new Governor(gate, ledger, options.budget());
    queues = new QueueWatch(ledger);
    contention = new ContentionWatch(monitorWaits, ledger, gate);
    management = JdkModules.haveManagement() ? new ManagementWatch() : null;
    scrapes = new ScrapeWatch(options.prometheus());
    snapshots = new Snapshots(ledger, gate, jvm, new Account(governor, version, weaver, libraries));
    sinks = new Sinks(options.reports(), options.jfr(), options.interval());
    collector = new Collector(ledger, gate, contention, jvm, options.interval());
  }

  @Override
  public void run() {
    for (Refusal refusal : weaver.refused()) {
      AgentLog.say(refusal.className() + " stays unwoven: " + refusal.reason());
    }
    String loss = JdkModules.loss();
    if (loss != null) {
      AgentLog.say(loss);
    }
    collector.run(
        options.jfr() != null,
        this::start,
        this::weaveWanted,
        this::lookAround,
        this::weaveMissed,
        this::advisedReport);
  }

  /** What the person who has attached the agent should know. */
  List<String> firstWords(long startedInNanos) {
    announcement.make();
    List<String> words = new ArrayList<>();
    words.add(
        weaver.woven().size()
            + " classes woven within "
            + TimeUnit.NANOSECONDS.toMillis(startedInNanos)
            + " ms");
    for (Refusal refusal : weaver.refused()) {
      words.add(refusal.className() + " stays unwoven: " + refusal.reason());
    }
    words.add("maps that are there already are counted from now on, under their first use's place");
    for (Path report : options.reports()) {
      words.add("at exit, or when it is detached, it writes " + report.toAbsolutePath());
    }
    return words;
  }

  private void start() {
    announcement.make();
    if (management != null) {
      ThreadAllocation.install();
    }
    jvm.begin();
    ledger.measureSizes();
    governor.start();
    sinks.start(this::reportForEvents, ledger::traceOf);
    scrapes.start(() -> control().metrics());
    startTelemetry();
  }

  private synchronized Control control() {
    Control made = control;
    if (made == null) {
      SharedReport reports =
          new SharedReport(
              collector.telling(this::currentReport),
              task -> AgentThreads.make(task, "mapscope-management"));
      control = made = new Control(reports, gate, governor, metricFeed());
    }
    return made;
  }

  private MetricFeed metricFeed() {
    return new MetricFeed(options.maxMetricSites());
  }

  private void startTelemetry() {
    OtlpOption otlp = options.otlp();
    if (otlp.enabled()) {
      Telemetry started =
          new Telemetry(otlp.endpoint(), version, metricFeed(), othersAreStarting, AgentLog::say);
      telemetry = started;
      AgentThreads.make(started, "mapscope-otlp").start();
    }
  }

  private void lookAround() {
    queues.look(governor.budget());
    if (management != null) {
      management.check(control());
    }
    TraceSources current = traces;
    if (current == null) {
      traces = current = new TraceSources(instrumentation, AgentLog::say);
    }
    current.look();
    lookForSpace();
  }

  private void lookForSpace() {
    SpaceWatch current = space;
    if (current == null) {
      space = current = new SpaceWatch(RepositorySpace::shortage, this::leaveFlightRecorder);
    }
    current.look(contention.isListening(), sinks.isRecording());
  }

  private void leaveFlightRecorder() {
    contention.close();
    sinks.endRecording();
  }

  private void weaveWanted() {
    for (Refusal refusal : weaver.weaveWanted(instrumentation)) {
      AgentLog.say(refusal.className() + ": " + refusal.reason());
    }
  }

  private void weaveMissed() {
    try {
      weaver.weaveMissed(instrumentation);
    } catch (UnmodifiableClassException unmodifiable) {
      AgentLog.say("cannot weave: " + unmodifiable);
    }
  }

  /** On the collector's thread alone: the advisor takes its time. */
  private Report advisedReport() {
    Advice current = advice;
    if (current == null) {
      advice = current = newAdvice();
    }
    Report judged = current.judge(snapshots.take());
    Telemetry outlet = telemetry;
    if (outlet != null) {
      outlet.publish(judged);
    }
    return judged;
  }

  private Advice newAdvice() {
    return options.adviceOnConsole()
        ? Advice.onConsole(standardError, this::tell, AgentLog::say)
        : Advice.silent(this::tell, AgentLog::say);
  }

  private void tell(FindingState state, Finding finding, @Nullable MapProfile map) {
    sinks.tell(state, finding, map);
    Telemetry outlet = telemetry;
    if (outlet != null) {
      outlet.tell(
          new FindingNews(
              Instant.now(), state.eventName(), finding, map, ledger.traceOf(finding.map())));
    }
  }

  /**
   * Called by Flight Recorder, with the findings of the last interval. When the JVM is shutting
   * down its hook may end the recording before ours has written the last report: then it waits for
   * that, so that both tell the same.
   */
  private Report reportForEvents() {
    if (HeldExit.isEnding()) {
      contention.giveUp();
      try {
        Report last = collector.finish(PATIENCE_AT_EXIT);
        if (last != null) {
          return last;
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return currentReport();
  }

  /** The figures of now, with the findings of the last interval. */
  private Report currentReport() {
    Report judged = collector.latest();
    return snapshots.take().withFindings(judged == null ? List.of() : judged.findings());
  }

  /** Writes the last report; on the thread of the shutdown hook. */
  void finish() {
    try {
      Report last = collector.finish(PATIENCE_AT_EXIT);
      if (last == null) {
        AgentLog.say("there is no snapshot, so no report is written");
      } else {
        sinks.finish(last);
        Advice given = advice;
        if (given != null) {
          given.summarise(last);
        }
        finishTelemetry(last);
      }
    } catch (InterruptedException interrupted) {
      AgentLog.say("interrupted at exit, no report is written");
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error problem) {
      AgentLog.say("cannot end as it should: " + problem);
    }
  }

  /**
   * Writes the last report in a JVM that goes on, and lets go of Flight Recorder; the gate is
   * closed.
   */
  void leave() throws InterruptedException {
    Report last = collector.finish(PATIENCE_AT_DETACH);
    contention.close();
    sinks.leave(last);
    if (last == null) {
      throw new IllegalStateException(
          "there is no snapshot after " + PATIENCE_AT_DETACH.ordinary().toSeconds() + " s");
    }
    Advice given = advice;
    if (given != null) {
      given.summarise(last);
    }
    finishTelemetry(last);
  }

  /** The gate is not moved any more. */
  void stopGoverning() throws InterruptedException {
    governor.end();
  }

  /** Nobody can ask from outside any more. */
  void closeDoors() throws IOException, JMException {
    Telemetry outlet = telemetry;
    if (outlet != null) {
      outlet.close();
    }
    TraceSources found = traces;
    if (found != null) {
      found.close();
    }
    scrapes.close();
    if (management != null) {
      management.close();
    }
    closeControl();
  }

  private synchronized void closeControl() {
    Control asked = control;
    if (asked != null) {
      asked.close();
    }
  }

  /** Puts the maps back as they were before they were tracked. */
  void releaseMaps() {
    ledger.release();
  }

  private void finishTelemetry(Report last) throws InterruptedException {
    Telemetry outlet = telemetry;
    if (outlet != null) {
      outlet.finish(last, TELEMETRY_PATIENCE_AT_EXIT);
    }
  }

  /** The agent's account of itself, as it is at the moment of asking. */
  private record Account(Governor governor, String version, Weaver weaver, LibraryWeaver libraries)
      implements Snapshots.Agent {
    @Override
    public String budget() {
      return governor.budget();
    }

    @Override
    public double overheadRatio() {
      return governor.overheadRatio();
    }

    @Override
    public List<String> wovenClasses() {
      List<String> woven = new ArrayList<>(weaver.woven());
      woven.addAll(libraries.woven());
      return woven;
    }

    @Override
    public List<RefusedClass> refusedClasses() {
      return Stream.concat(weaver.refused().stream(), libraries.refused().stream())
          .map(refusal -> new RefusedClass(refusal.className(), refusal.reason()))
          .toList();
    }
  }
}
