package io.mapscope.runtime.start;

import io.mapscope.report.ReportRefused;
import io.mapscope.report.ReportWriter;
import io.mapscope.runtime.options.AgentOptions;
import io.mapscope.runtime.options.Budget;
import io.mapscope.runtime.options.MemoryLimit;
import io.mapscope.runtime.options.OptionParser;
import io.mapscope.runtime.options.OptionProblems;
import io.mapscope.weaver.LibraryWeaver;
import io.mapscope.weaver.MapFamily;
import io.mapscope.weaver.OtherRecorder;
import io.mapscope.weaver.RecorderInstaller;
import io.mapscope.weaver.TrackedClasses;
import io.mapscope.weaver.Weaver;
import io.mapscope.weaver.family.Families;
import io.mapscope.weaver.family.Libraries;
import io.mapscope.weaver.family.MapGroup;
import io.mapscope.weaver.family.MapSelection;
import io.mapscope.weaver.serializer.SerializerGroup;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeGate;
import java.util.MapscopeHotKeys;
import java.util.MapscopePresence;
import java.util.MapscopeRehearsal;
import java.util.MapscopeSettings;
import org.jspecify.annotations.Nullable;

/**
 * Brings the agent into a JVM: all checks first, then recorder and weaving on the calling thread,
 * because the application's first map must be seen, and everything else on the agent's own.
 *
 * <p>Before {@code main} it touches no java.util.logging, no JMX, no Flight Recorder. Whatever goes
 * wrong, the application starts as if there were no agent.
 */
public final class AgentStart {
  private final AgentOptions options;
  private final Instrumentation instrumentation;
  private final String version;
  private final Announcement announcement;
  private final Departure departure;

  private AgentStart(
      AgentOptions options,
      Instrumentation instrumentation,
      String version,
      Announcement announcement) {
    this.options = options;
    this.instrumentation = instrumentation;
    this.version = version;
    this.announcement = announcement;
    this.departure = new Departure(instrumentation, announcement);
  }

  /**
   * Called by the agent's entry class before {@code main}; never throws for a reason of the user's,
   * which it prints.
   *
   * @return whether the agent runs
   */
  public static boolean start(
      @Nullable String optionString, Instrumentation instrumentation, String version)
      throws Exception {
    return isRunning(begin(optionString, instrumentation, version, false));
  }

  /** The same in an application that runs, when a tool other than ours brings the agent. */
  public static boolean startLate(
      @Nullable String optionString, Instrumentation instrumentation, String version)
      throws Exception {
    return isRunning(begin(optionString, instrumentation, version, true));
  }

  private static boolean isRunning(StartOutcome outcome) {
    if (!outcome.isRunning() && !outcome.lines().isEmpty()) {
      for (String line : outcome.lines()) {
        AgentLog.say(line);
      }
      AgentLog.say("the agent is off, the application runs without it");
    }
    return outcome.isRunning();
  }

  /** Checks everything, then starts; prints nothing. */
  static StartOutcome begin(
      @Nullable String optionString,
      Instrumentation instrumentation,
      String version,
      boolean applicationRuns)
      throws Exception {
    if (RecorderInstaller.isInstalled() && MapscopePresence.ending() != null) {
      return StartOutcome.refused(
          "there is a Mapscope in this JVM already; this second one stays out");
    }
    AgentOptions options;
    try {
      options =
          OptionParser.parse(
              optionString,
              System.getProperties(),
              System.getenv(),
              new ReportFiles(),
              MapGroup.optionNames(),
              SerializerGroup.optionNames());
    } catch (OptionProblems found) {
      return new StartOutcome(StartOutcome.Kind.BAD_OPTIONS, found.problems());
    }
    if (!options.enabled()) {
      return new StartOutcome(StartOutcome.Kind.DISABLED, List.of());
    }
    String problem = JvmCheck.problem();
    if (problem == null) {
      problem = ClassArchive.problem(instrumentation);
    }
    if (problem != null) {
      return StartOutcome.refused(problem);
    }
    Announcement announcement =
        new Announcement(instrumentation, version, optionString == null ? "" : optionString);
    return new AgentStart(options, instrumentation, version, announcement).run(applicationRuns);
  }

  private StartOutcome run(boolean applicationRuns) throws Exception {
    long startNanos = System.nanoTime();
    try {
      RecorderInstaller.install(instrumentation);
    } catch (OtherRecorder other) {
      return StartOutcome.refused(String.valueOf(other.getMessage()));
    }
    if (!MapscopePresence.claim(departure)) {
      return StartOutcome.refused("another Mapscope has just come into this JVM");
    }
    try {
      Background background = weave(applicationRuns);
      startBackground(background);
      return StartOutcome.running(
          applicationRuns ? background.firstWords(System.nanoTime() - startNanos) : List.of());
    } catch (Exception | Error problem) {
      departure.call();
      throw problem;
    }
  }

  private Background weave(boolean applicationRuns) throws Exception {
    MapSelection maps = MapSelection.of(options.maps());
    applySettings(maps);
    ArrayLayout.tellRecorder(instrumentation);
    Weaver weaver =
        new Weaver(families(maps), new TrackedClasses(Libraries.of(maps), maps.classes()));
    LibraryWeaver libraries = new LibraryWeaver(SerializerGroup.plans(options.serializers()));
    departure.willUndo(weaver, libraries);
    weaver.install(instrumentation);
    libraries.install(instrumentation, applicationRuns);
    if (applicationRuns) {
      Quiescence.awaitNobodyMakesViews();
    }
    if (!options.budget().equals(Budget.OFF)) {
      MapscopeRehearsal.run();
    }
    MapscopeGate.setAll(true);
    return new Background(
        options,
        version,
        weaver,
        libraries,
        instrumentation,
        announcement,
        applicationRuns ? OtherPremains.none() : OtherPremains.ofThisThread());
  }

  private List<MapFamily> families(MapSelection maps) {
    List<MapFamily> families = new ArrayList<>();
    families.addAll(Families.of(maps));
    families.addAll(SerializerGroup.families(options.serializers()));
    return families;
  }

  private void applySettings(MapSelection maps) {
    MapscopeSettings.agentLoader = AgentStart.class.getClassLoader();
    MapscopeSettings.include = options.include().toArray(new String[0]);
    MapscopeSettings.exclude = options.exclude().toArray(new String[0]);
    MapscopeSettings.libraries = Libraries.packagesWithInnerMaps(maps).toArray(new String[0]);
    MapscopeHotKeys.keepTexts = options.keyTexts();
    MapscopeSettings.maxSites = options.maxSites();
    MapscopeSettings.maxBytes =
        MemoryLimit.bytes(options.maxMemory(), Runtime.getRuntime().maxMemory());
    MapscopeSettings.walks = WalkBudget.MOST_WALKS;
    FactBudget.refill(0);
  }

  private void startBackground(Background background) {
    Thread collector = AgentThreads.make(background, "mapscope-collector");
    Thread exit = AgentThreads.make(new AtExit(background), "mapscope-exit");
    departure.willEnd(background, exit);
    Runtime.getRuntime().addShutdownHook(exit);
    collector.start();
  }

  /** The shutdown hook; a class of its own, because a lambda before main costs milliseconds. */
  private record AtExit(Background background) implements Runnable {
    @Override
    public void run() {
      background.finish();
    }
  }

  /** Tells the options' room what the report's room thinks of a file. */
  private static final class ReportFiles implements OptionParser.FileCheck {
    @Override
    public @Nullable String problem(Path file) {
      try {
        ReportWriter.to(file);
        return null;
      } catch (ReportRefused refused) {
        return refused.getMessage();
      }
    }
  }
}
