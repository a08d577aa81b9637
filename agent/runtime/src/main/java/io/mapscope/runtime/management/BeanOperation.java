package io.mapscope.runtime.management;

import io.mapscope.profile.json.ReportJson;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javax.management.MBeanOperationInfo;
import javax.management.openmbean.OpenMBeanOperationInfoSupport;
import javax.management.openmbean.OpenMBeanParameterInfo;
import javax.management.openmbean.OpenMBeanParameterInfoSupport;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the bean, of one parameter at most.
 *
 * @param parameter null when there is none
 * @param impact as {@link MBeanOperationInfo} numbers them
 */
record BeanOperation(
    String name,
    String description,
    @Nullable OpenMBeanParameterInfo parameter,
    OpenType<?> result,
    int impact,
    Call call) {

  /** What the operation does. */
  @FunctionalInterface
  interface Call {
    @Nullable Object call(AgentAccess agent, @Nullable Object argument) throws IOException;
  }

  static final List<BeanOperation> ALL =
      List.of(
          new BeanOperation(
              "maps",
              "The busiest sites with their maps, the busiest first",
              new OpenMBeanParameterInfoSupport("most", "how many at most", SimpleType.INTEGER),
              MapsTable.TABLE.type(),
              MBeanOperationInfo.INFO,
              (agent, most) ->
                  MapscopeBean.maps(agent, (Integer) Objects.requireNonNull(most, "most"))),
          new BeanOperation(
              "reportJson",
              "The whole report as JSON, as the option report writes it",
              null,
              SimpleType.STRING,
              MBeanOperationInfo.INFO,
              (agent, none) -> ReportJson.toJson(agent.report())),
          new BeanOperation(
              "writeReport",
              "Writes a report on the machine of this JVM, its format chosen by the ending; returns"
                  + " the file",
              new OpenMBeanParameterInfoSupport(
                  "file",
                  "name of the file, in the JVM's directory if relative",
                  SimpleType.STRING),
              SimpleType.STRING,
              MBeanOperationInfo.ACTION_INFO,
              (agent, file) ->
                  agent.write((String) Objects.requireNonNull(file, "file")).toString()),
          new BeanOperation(
              "openGate",
              "Goes on recording; what happened meanwhile is in no figure, see Coverage",
              null,
              SimpleType.VOID,
              MBeanOperationInfo.ACTION,
              (agent, none) -> {
                agent.openGate();
                return null;
              }),
          new BeanOperation(
              "closeGate",
              "Ends recording until openGate: a map operation then costs a load and a branch",
              null,
              SimpleType.VOID,
              MBeanOperationInfo.ACTION,
              (agent, none) -> {
                agent.closeGate();
                return null;
              }),
          new BeanOperation(
              "detach",
              "Ends the agent in this JVM: writes the last reports and puts everything back; returns"
                  + " what has not gone as it should, a line each",
              null,
              OpenTypes.TEXTS,
              MBeanOperationInfo.ACTION_INFO,
              (agent, none) -> agent.detach().toArray(new String[0])));

  OpenMBeanOperationInfoSupport info() {
    OpenMBeanParameterInfo[] parameters =
        parameter == null
            ? new OpenMBeanParameterInfo[0]
            : new OpenMBeanParameterInfo[] {parameter};
    return new OpenMBeanOperationInfoSupport(name, description, parameters, result, impact);
  }

  /** Whether a client that sends these classes means this operation. */
  boolean takes(@Nullable String[] classNames) {
    return parameter == null
        ? classNames.length == 0
        : classNames.length == 1
            && (parameter.getOpenType().getClassName().equals(classNames[0])
                || (parameter.getOpenType() == SimpleType.INTEGER && "int".equals(classNames[0])));
  }
}
