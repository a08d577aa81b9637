package io.mapscope.runtime.start;

import io.mapscope.profile.JvmInfo;
import io.mapscope.profile.RefusedClass;
import io.mapscope.profile.Report;
import io.mapscope.report.ReportRefused;
import io.mapscope.report.ReportWriter;
import io.mapscope.runtime.collect.Ledger;
import io.mapscope.runtime.collect.Snapshots;
import io.mapscope.runtime.options.AgentOptions;
import io.mapscope.runtime.options.OptionParser;
import io.mapscope.runtime.options.OptionProblems;
import io.mapscope.weaver.RecorderInstaller;
import io.mapscope.weaver.Weaver;
import io.mapscope.weaver.family.Families;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeFacts;
import java.util.MapscopeGate;
import java.util.MapscopeSettings;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings the agent into a JVM: all checks first, then recorder and weaving on the calling thread,
 * because the application's first map must be seen, and everything else on the agent's own.
 *
 * <p>Before {@code main} it touches no java.util.logging, no JMX, no Flight Recorder. Whatever goes
 * wrong, the application starts as if there were no agent.
 */
public final class AgentStart {
  private static final Duration PATIENCE_AT_EXIT = Duration.ofSeconds(5);

  private final AgentOptions options;
  private final Instrumentation instrumentation;
  private final String version;

  private AgentStart(AgentOptions options, Instrumentation instrumentation, String version) {
    this.options = options;
    this.instrumentation = instrumentation;
    this.version = version;
  }

  /** Called by the agent's entry class, once; never throws for a reason of the user's. */
  public static void start(
      @Nullable String optionString, Instrumentation instrumentation, String version)
      throws Exception {
    if (RecorderInstaller.isInstalled()) {
      stayOff(List.of("there is a Mapscope in this JVM already; this second one stays out"));
      return;
    }
    AgentOptions options;
    try {
      options =
          OptionParser.parse(
              optionString, System.getProperties(), System.getenv(), AgentStart::reportProblem);
    } catch (OptionProblems found) {
      stayOff(found.problems());
      return;
    }
    if (!options.enabled()) {
      return;
    }
    String problem = JvmArguments.problem();
    if (problem != null) {
      stayOff(List.of(problem));
      return;
    }
    new AgentStart(options, instrumentation, version).run();
  }

  private static void stayOff(List<String> problems) {
    problems.forEach(AgentLog::say);
    AgentLog.say("the agent is off, the application runs without it");
  }

  private static @Nullable String reportProblem(Path file) {
    try {
      ReportWriter.to(file);
      return null;
    } catch (ReportRefused refused) {
      return refused.getMessage();
    }
  }

  private void run() throws Exception {
    RecorderInstaller.install(instrumentation);
    applySettings();
    Weaver weaver = new Weaver(Families.all());
    weaver.install(instrumentation);
    weaver
        .refused()
        .forEach(
            refusal -> AgentLog.say(refusal.className() + " stays unwoven: " + refusal.reason()));
    MapscopeGate.open = true;
    startCollecting(weaver);
  }

  private void applySettings() {
    MapscopeSettings.agentLoader = AgentStart.class.getClassLoader();
    MapscopeSettings.include = options.include().toArray(new String[0]);
    MapscopeSettings.exclude = options.exclude().toArray(new String[0]);
    MapscopeSettings.maxSites = options.maxSites();
    MapscopeSettings.walks = Collector.MOST_WALKS;
    MapscopeFacts.stacksLeft = Collector.STACKS_PER_TICK;
  }

  private void startCollecting(Weaver weaver) throws ReportRefused {
    List<ReportWriter> writers = new ArrayList<>();
    for (Path report : options.reports()) {
      writers.add(ReportWriter.to(report));
    }
    Ledger ledger = new Ledger();
    Snapshots snapshots = new Snapshots(ledger, once(JvmFacts::read), account(weaver));
    Sinks sinks = new Sinks(writers, options.jfr());
    Collector collector =
        new Collector(
            ledger,
            snapshots,
            options.interval(),
            () -> sinks.start(snapshots::take),
            () -> weaveMissed(weaver));
    Thread thread = agentThread(collector, "mapscope-collector");
    thread.setDaemon(true);
    Thread exit = agentThread(() -> finish(collector, sinks), "mapscope-exit");
    MapscopeSettings.agentThreads = new long[] {thread.getId(), exit.getId()};
    Runtime.getRuntime().addShutdownHook(exit);
    thread.start();
  }

  private static Thread agentThread(Runnable task, String name) {
    Thread thread = new Thread(null, task, name, 0, false);
    thread.setContextClassLoader(AgentStart.class.getClassLoader());
    return thread;
  }

  private Snapshots.Agent account(Weaver weaver) {
    return new Snapshots.Agent(
        version,
        options.budget(),
        weaver::woven,
        () ->
            weaver.refused().stream()
                .map(refusal -> new RefusedClass(refusal.className(), refusal.reason()))
                .toList());
  }

  private void weaveMissed(Weaver weaver) {
    try {
      weaver.weaveMissed(instrumentation);
    } catch (UnmodifiableClassException unmodifiable) {
      AgentLog.say("cannot weave: " + unmodifiable);
    }
  }

  private static void finish(Collector collector, Sinks sinks) {
    try {
      Report last = collector.finish(PATIENCE_AT_EXIT);
      if (last == null) {
        AgentLog.say("there is no snapshot, so no report is written");
      } else {
        sinks.finish(last);
      }
    } catch (InterruptedException interrupted) {
      AgentLog.say("interrupted at exit, no report is written");
      Thread.currentThread().interrupt();
    }
  }

  /** Computes at the first call, which comes from the collector, and keeps the result. */
  private static Supplier<JvmInfo> once(Supplier<JvmInfo> supplier) {
    return new Supplier<>() {
      private @Nullable JvmInfo info;

      @Override
      public synchronized JvmInfo get() {
        if (info == null) {
          info = supplier.get();
        }
        return info;
      }
    };
  }
}
