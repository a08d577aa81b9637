package io.mapscope.runtime.management;

import io.mapscope.profile.AgentInfo;
import io.mapscope.profile.Report;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import javax.management.ImmutableDescriptor;
import javax.management.openmbean.OpenMBeanAttributeInfoSupport;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;

/**
 * One attribute of the bean.
 *
 * @param unit as clients show it beside the value, or empty
 */
record BeanAttribute(
    String name,
    String description,
    OpenType<?> type,
    String unit,
    boolean writable,
    Function<AgentAccess, Object> value) {

  static final String BUDGET = "Budget";

  /** All of them, in the order in which clients list them if they do not sort. */
  static final List<BeanAttribute> ALL =
      List.of(
          of(
              "Maps",
              "The busiest "
                  + MapscopeBean.MOST_MAPS
                  + " sites with their maps, the busiest first; the operation maps gives more",
              MapsTable.TABLE.type(),
              agent -> MapscopeBean.maps(agent, MapscopeBean.MOST_MAPS)),
          of(
              "Findings",
              "What the advisor concluded at the last interval, the most important first",
              FindingsTable.TABLE.type(),
              agent -> FindingsTable.TABLE.of(agent.report().findings())),
          of(
              "MetricPoints",
              "The figures as metrics: the busiest sites by name, all others together as other",
              MetricsTable.TABLE.type(),
              agent -> MetricsTable.TABLE.of(agent.metrics().all())),
          of(
              "UntrackedMaps",
              "Maps without a site, by reason: nothing that was seen is left out of the sum",
              UntrackedTable.TABLE.type(),
              agent -> UntrackedTable.TABLE.of(agent.report().agent().untracked())),
          ofReport(
              "GeneratedAt",
              "When the figures were taken, a second ago at most",
              SimpleType.DATE,
              report -> Date.from(report.generatedAt())),
          ofReport(
              "ObservedSeconds",
              "How long the agent has been observing",
              SimpleType.DOUBLE,
              Report::durationSeconds,
              "s"),
          ofAgent("Version", "Version of the agent", SimpleType.STRING, AgentInfo::version),
          new BeanAttribute(
              BUDGET,
              "CPU that the agent may cost, such as 1%; off: every operation is counted",
              SimpleType.STRING,
              "",
              true,
              agent -> agent.report().agent().budget()),
          new BeanAttribute(
              "GateOpen",
              "Whether operations are recorded; see openGate and closeGate",
              SimpleType.BOOLEAN,
              "",
              false,
              AgentAccess::isGateOpen),
          new BeanAttribute(
              "GateClosings",
              "How often closeGate has closed the gate",
              SimpleType.INTEGER,
              "",
              false,
              AgentAccess::gateClosings),
          new BeanAttribute(
              "GateWindows",
              "How many windows were opened to stay within the budget; 0 when all was counted",
              SimpleType.LONG,
              "",
              false,
              AgentAccess::gateWindows),
          ofAgent(
              "Coverage",
              "Share of the operations that was counted, 0 to 1: under a budget the rest is estimated,"
                  + " and what happened after closeGate is in no figure",
              SimpleType.DOUBLE,
              AgentInfo::coverage),
          ofAgent(
              "OverheadRatio",
              "Share of the JVM's CPU time that the agent cost, 0 to 1; NaN when not measured",
              SimpleType.DOUBLE,
              AgentInfo::overheadRatio),
          ofAgent(
              "DroppedRecords",
              "What is missing from figures because a bound was reached",
              SimpleType.LONG,
              AgentInfo::droppedRecords),
          ofAgent(
              "UnkeptExamples",
              "Examples, events and samples not kept; no figure misses them",
              SimpleType.LONG,
              AgentInfo::unkeptExamples),
          ofAgent(
              "SuppressedErrors",
              "Errors of the agent's own that the application was shielded from",
              SimpleType.LONG,
              AgentInfo::suppressedErrors),
          ofAgent(
              "TrackedMaps", "Living maps with a site", SimpleType.LONG, AgentInfo::trackedMaps),
          ofAgent("Sites", "Sites in use", SimpleType.INTEGER, AgentInfo::sites),
          ofAgent(
              "WovenClasses",
              "Classes that are observed",
              OpenTypes.TEXTS,
              agent -> agent.wovenClasses().toArray(new String[0])),
          ofAgent(
              "RefusedClasses",
              "Classes that are not observed, each with the reason",
              OpenTypes.TEXTS,
              agent ->
                  agent.refusedClasses().stream()
                      .map(refused -> refused.className() + ": " + refused.reason())
                      .toArray(String[]::new)));

  private static BeanAttribute of(
      String name, String description, OpenType<?> type, Function<AgentAccess, Object> value) {
    return new BeanAttribute(name, description, type, "", false, value);
  }

  private static BeanAttribute ofReport(
      String name, String description, OpenType<?> type, Function<Report, Object> value) {
    return ofReport(name, description, type, value, "");
  }

  private static BeanAttribute ofReport(
      String name,
      String description,
      OpenType<?> type,
      Function<Report, Object> value,
      String unit) {
    return new BeanAttribute(
        name, description, type, unit, false, agent -> value.apply(agent.report()));
  }

  private static BeanAttribute ofAgent(
      String name, String description, OpenType<?> type, Function<AgentInfo, Object> value) {
    return ofReport(name, description, type, report -> value.apply(report.agent()));
  }

  OpenMBeanAttributeInfoSupport info() {
    ImmutableDescriptor descriptor =
        unit.isEmpty()
            ? ImmutableDescriptor.EMPTY_DESCRIPTOR
            : new ImmutableDescriptor("units=" + unit);
    return new OpenMBeanAttributeInfoSupport(
        name, description, type, true, writable, false, descriptor);
  }
}
