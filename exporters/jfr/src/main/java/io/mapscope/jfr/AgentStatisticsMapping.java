package io.mapscope.jfr;

import io.mapscope.profile.AgentInfo;
import io.mapscope.profile.JvmInfo;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.RefusedClass;
import io.mapscope.profile.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All of a {@link Report} but its maps to {@link AgentStatistics} and back, without loss. */
final class AgentStatisticsMapping {

  private static final double MILLIS_PER_SECOND = 1000;
  private static final int REFUSED_PARTS = 2;

  private AgentStatisticsMapping() {}

  /** Fills all but the fields that place the event in its set. */
  static void fill(AgentStatistics event, Report report) {
    event.schema = Report.SCHEMA;
    event.generatedAt = report.generatedAt().toEpochMilli();
    event.observed = Math.round(report.durationSeconds() * MILLIS_PER_SECOND);
    fillJvm(event, report.jvm());
    fillAgent(event, report.agent());
    event.texts = texts(event);
  }

  private static void fillJvm(AgentStatistics event, JvmInfo jvm) {
    event.jvmVersion = jvm.version();
    event.jvmVendor = jvm.vendor();
    event.pid = jvm.pid();
    event.mainClass = jvm.mainClass();
    event.cpus = jvm.cpus();
    event.gc = jvm.gc();
    event.processCpuTime = MapFactsMapping.known(jvm.cpuNanos());
    event.processAllocated = MapFactsMapping.known(jvm.allocatedBytes());
    event.heapMax = MapFactsMapping.known(jvm.heapMaxBytes());
  }

  private static void fillAgent(AgentStatistics event, AgentInfo agent) {
    event.version = agent.version();
    event.budget = agent.budget();
    event.coverage = agent.coverage();
    event.overhead = agent.overheadRatio();
    event.droppedRecords = agent.droppedRecords();
    event.unkeptExamples = agent.unkeptExamples();
    event.suppressedErrors = agent.suppressedErrors();
    event.trackedMaps = agent.trackedMaps();
    event.sites = agent.sites();
    event.wovenClasses = Lines.join(agent.wovenClasses(), '\n');
    event.refusedClasses = joinRefused(agent.refusedClasses());
    event.untracked = UntrackedText.join(agent.untracked());
  }

  private static String texts(AgentStatistics event) {
    return new Texts()
        .add("jvmVersion", event.jvmVersion)
        .add("jvmVendor", event.jvmVendor)
        .add("mainClass", event.mainClass)
        .add("gc", event.gc)
        .add("version", event.version)
        .add("budget", event.budget)
        .add("wovenClasses", event.wovenClasses)
        .add("refusedClasses", event.refusedClasses)
        .add("untracked", event.untracked)
        .join();
  }

  /**
   * The report that the event was filled from, around {@code maps}.
   *
   * @throws IllegalArgumentException when a field is missing or out of range, or the event is of
   *     another schema
   */
  static Report read(EventFields event, List<MapProfile> maps) {
    int schema = event.integer("schema");
    if (schema != Report.SCHEMA) {
      throw new IllegalArgumentException(
          "this version reads schema " + Report.SCHEMA + ", the recording has " + schema);
    }
    return new Report(
        Instant.ofEpochMilli(event.longInteger("generatedAt")),
        event.longInteger("observed") / MILLIS_PER_SECOND,
        readJvm(event),
        readAgent(event),
        maps);
  }

  private static JvmInfo readJvm(EventFields event) {
    return new JvmInfo(
        event.text("jvmVersion"),
        event.text("jvmVendor"),
        event.longInteger("pid"),
        event.text("mainClass"),
        event.integer("cpus"),
        event.text("gc"),
        event.longInteger("processCpuTime"),
        event.longInteger("processAllocated"),
        event.longInteger("heapMax"));
  }

  private static AgentInfo readAgent(EventFields event) {
    return new AgentInfo(
        event.text("version"),
        event.text("budget"),
        event.number("coverage"),
        event.number("overhead"),
        event.longInteger("droppedRecords"),
        event.longInteger("suppressedErrors"),
        event.longInteger("trackedMaps"),
        event.integer("sites"),
        Lines.split(event.text("wovenClasses"), '\n'),
        splitRefused(event.text("refusedClasses")),
        UntrackedText.split(event.text("untracked")),
        event.longInteger("unkeptExamples"));
  }

  private static String joinRefused(List<RefusedClass> refusedClasses) {
    StringBuilder text = new StringBuilder();
    for (RefusedClass refused : refusedClasses) {
      List<String> parts = List.of(refused.className(), refused.reason());
      text.append(Lines.join(parts, '\t')).append('\n');
    }
    return text.toString();
  }

  private static List<RefusedClass> splitRefused(String text) {
    List<RefusedClass> refusedClasses = new ArrayList<>();
    for (String line : Lines.rawLines(text, '\n')) {
      List<String> parts = Lines.split(line, '\t');
      if (parts.size() != REFUSED_PARTS) {
        throw new IllegalArgumentException("a refused class without a reason");
      }
      refusedClasses.add(new RefusedClass(parts.get(0), parts.get(1)));
    }
    return refusedClasses;
  }
}
