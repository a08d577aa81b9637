package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mapscope.dist.programs.Managed;
import io.mapscope.dist.programs.Waiting;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.Reports;
import io.mapscope.profile.Report;
import io.mapscope.profile.Serialization;
import io.mapscope.profile.json.ReportJson;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.management.InvalidAttributeValueException;
import javax.management.MBeanException;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenMBeanAttributeInfo;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The management bean, seen from another JVM by attach and local connector. */
final class ManagementIT {
  private static final String BEAN = "io.mapscope:type=Mapscope";
  private static final int THREADS = 4;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private static final Set<Class<?>> PLAIN =
      Set.of(String.class, Long.class, Integer.class, Double.class, Boolean.class, Date.class);

  @TempDir private Path directory;

  @Test
  void attributes_everyOne_isDescribedAndReadableWithoutOurClasses() throws Exception {
    withBean(
        bean -> {
          MBeanInfo info = bean.server().getMBeanInfo(bean.name());

          for (MBeanFeatureInfo feature : info.getAttributes()) {
            assertThat(feature.getDescription()).as(feature.getName()).contains(" ");
            OpenType<?> type = ((OpenMBeanAttributeInfo) feature).getOpenType();
            assertDescribed(type);
            Object value = bean.get(feature.getName());
            assertThat(type.isValue(value)).as(feature.getName()).isTrue();
            assertPlain(value);
          }
          for (MBeanOperationInfo operation : info.getOperations()) {
            assertThat(operation.getDescription()).as(operation.getName()).contains(" ");
          }
          assertThat(info.getAttributes())
              .extracting(MBeanFeatureInfo::getName)
              .contains(
                  "Maps",
                  "Findings",
                  "MetricPoints",
                  "Coverage",
                  "GateOpen",
                  "Budget",
                  "SuppressedErrors");
          assertThat(bean.get("SuppressedErrors")).isEqualTo(0L);
          assertThat(bean.get("Budget")).isEqualTo("off");
        });
  }

  @Test
  void gate_closedAndReopened_countsExactlyWhatHappenedWhileOpen() throws Exception {
    withBean(
        bean -> {
          bean.callOther(Managed.NAME, "work", 30_000);
          assertThat(bean.get("GateOpen")).isEqualTo(true);
          assertThat(bean.get("Coverage")).isEqualTo(1.0);

          bean.call("closeGate");
          bean.callOther(Managed.NAME, "work", 50_000);
          bean.callOther(Managed.NAME, "makeLate", 300);
          assertThat(bean.get("GateOpen")).isEqualTo(false);
          bean.call("openGate");
          bean.callOther(Managed.NAME, "work", 7_000);
          bean.callOther(Managed.NAME, "useLate", 200);

          Report report = ReportJson.read((String) bean.call("reportJson"));
          CompositeData shared =
              row(fresh(bean, report), "io.mapscope.dist.programs.Managed.SHARED");
          assertThat(shared.get("operations")).isEqualTo(2L * THREADS * 37_000);
          assertThat(((CompositeData) shared.get("operationCounts")).get("getHit"))
              .isEqualTo((long) THREADS * 37_000);
          assertThat((Double) shared.get("coverage")).isBetween(0.01, 0.999);
          assertThat((Double) bean.get("Coverage"))
              .isCloseTo((Double) shared.get("coverage"), within(0.2));
          assertThat(bean.get("GateClosings")).isEqualTo(1);

          CompositeData late = late(fresh(bean, report));
          assertThat(late.get("siteKind")).isEqualTo("firstUse");
          assertThat(late.get("entries")).isEqualTo(300L);
          assertThat(late.get("operations")).isEqualTo(200L);
        });
  }

  @Test
  void budget_setAndTakenBack_countsInWindowsAndThenEverythingAgain() throws Exception {
    withBean(
        bean -> {
          assertThat(bean.get("GateWindows")).isEqualTo(0L);
          bean.set("Budget", "0.0001%");
          long endNanos = System.nanoTime() + PATIENCE_NANOS;
          while ((Long) bean.get("GateWindows") == 0 || (Double) bean.get("Coverage") > 0.99) {
            assertThat(System.nanoTime()).as("waiting for a window").isLessThan(endNanos);
            bean.callOther(Managed.NAME, "work", 20_000);
          }
          assertThat(bean.get("Budget")).isEqualTo("0.0001%");
          assertThat(bean.get("GateClosings")).isEqualTo(0);

          bean.set("Budget", "off");
          while (operationsCountedOf(bean, 1_000) != 2L * THREADS * 1_000) {
            assertThat(System.nanoTime()).as("waiting for all to count").isLessThan(endNanos);
          }
          Report report = ReportJson.read((String) bean.call("reportJson"));
          CompositeData shared =
              row(fresh(bean, report), "io.mapscope.dist.programs.Managed.SHARED");
          assertThat((Double) shared.get("coverage")).isBetween(0.0, 0.9999);
        });
  }

  /** By how much the account grows when each thread does so many puts and gets. */
  private static long operationsCountedOf(LocalJmx bean, int timesEach) throws Exception {
    long before = operations(bean);
    bean.callOther(Managed.NAME, "work", timesEach);
    return operations(bean) - before;
  }

  private static long operations(LocalJmx bean) throws Exception {
    Report report = ReportJson.read((String) bean.call("reportJson"));
    return (Long)
        row(fresh(bean, report), "io.mapscope.dist.programs.Managed.SHARED").get("operations");
  }

  /** What was written to the map while the gate was closed is not known. */
  @Test
  void serialization_afterTheGateWasClosed_isNotCalledRedundant() throws Exception {
    withBean(
        bean -> {
          bean.callOther(Managed.NAME, "work", 100);
          bean.callOther(Managed.NAME, "serialize", 3);
          bean.call("closeGate");
          bean.callOther(Managed.NAME, "work", 100);
          bean.call("openGate");
          bean.callOther(Managed.NAME, "serialize", 2);

          Report report = ReportJson.read((String) bean.call("reportJson"));
          List<Serialization> java =
              AgentRun.map(report, Managed.class, "SHARED").facts().serializations();
          assertThat(java).extracting(Serialization::count).containsExactly(5L);
          assertThat(java).extracting(Serialization::redundant).containsExactly(2L + 1);
        });
  }

  @Test
  void detach_byTheBean_writesTheReportAndLeaves() throws Exception {
    Path json = directory.resolve("left.json");
    try (ChildJvm child =
        Programs.child(directory, Managed.class).agent("report=" + json).start()) {
      child.awaitStdout("ready");
      try (LocalJmx bean = LocalJmx.of(child, BEAN)) {
        bean.callOther(Managed.NAME, "work", 30_000);

        assertThat((String[]) bean.call("detach")).isEmpty();

        assertThat(bean.server().isRegistered(bean.name())).isFalse();
        Reports.assertHealthy(Reports.read(json));
        Files.delete(json);
        bean.callOther(Managed.NAME, "work", 30_000);
      }
      assertThat(JvmState.of(child.pid()).threads())
          .noneMatch(thread -> thread.contains("mapscope"));
      child.terminate().assertExit(ChildResult.EXIT_SIGTERM).assertQuiet();
    }
    assertThat(json).doesNotExist();
  }

  @Test
  void mistakes_ofTheUsers_areRefusedInOneSentence() throws Exception {
    withBean(
        bean -> {
          assertThatThrownBy(() -> bean.set("Budget", "much"))
              .isInstanceOf(InvalidAttributeValueException.class)
              .hasMessageContaining("budget='much': expected off");
          bean.set("Budget", "off");
          String text = String.class.getName();
          assertThatThrownBy(() -> bean.call("writeReport", "report.xyz", text))
              .isInstanceOf(MBeanException.class)
              .hasMessageContaining("report.xyz")
              .hasMessageContaining(".json");
          assertThatThrownBy(() -> bean.call("writeReport", "/nowhere/r.json", text))
              .hasMessageContaining("the directory /nowhere does not exist");

          Path file = directory.resolve("on-demand.json");
          assertThat(bean.call("writeReport", file.toString(), text)).isEqualTo(file.toString());
          Reports.assertHealthy(Reports.read(file));
        });
  }

  /** To ask for the platform's MBean server would be to make it, and the LogManager with it. */
  @Test
  void registration_applicationWithoutJmx_makesNeitherMBeanServerNorLogManager() throws Exception {
    Path loads = directory.resolve("loads.txt");
    try (ChildJvm child =
        Programs.child(directory, Waiting.class)
            .jvmFlags("-Xlog:class+load:file=" + loads)
            .agent("interval=200ms")
            .start()) {
      child.awaitStdout("ready");
      child.awaitFileWith(loads, "io.mapscope.runtime.management.Registration ");
      assertEndsQuietly(child);
    }
    assertThat(Files.readString(loads))
        .contains("javax.management.MBeanServerFactory ")
        .doesNotContain("java.util.logging.LogManager$")
        .doesNotContain("com.sun.jmx.mbeanserver.JmxMBeanServer ");
  }

  /** What a test asks the bean of a program that runs meanwhile and ends well after that. */
  private interface Questions {
    void ask(LocalJmx bean) throws Exception;
  }

  private void withBean(Questions questions) throws Exception {
    try (ChildJvm child =
        Programs.child(directory, Managed.class).agent("budget=off", "interval=200ms").start()) {
      child.awaitStdout("ready");
      try (LocalJmx bean = LocalJmx.of(child, BEAN)) {
        questions.ask(bean);
      }
      assertEndsQuietly(child);
    }
  }

  private static void assertEndsQuietly(ChildJvm child) throws Exception {
    child.terminate().assertExit(ChildResult.EXIT_SIGTERM).assertQuiet();
  }

  /** The maps in a report that is younger than {@code before}. */
  private static TabularData fresh(LocalJmx bean, Report before) throws Exception {
    Report report = before;
    long endNanos = System.nanoTime() + PATIENCE_NANOS;
    while (!report.generatedAt().isAfter(before.generatedAt())) {
      assertThat(System.nanoTime()).as("waiting for a new report").isLessThan(endNanos);
      report = ReportJson.read((String) bean.call("reportJson"));
    }
    return (TabularData) bean.get("Maps");
  }

  private static CompositeData row(TabularData maps, String field) {
    return rows(maps).stream()
        .filter(row -> field.equals(row.get("field")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(field + " is not among " + rows(maps)));
  }

  private static CompositeData late(TabularData maps) {
    return rows(maps).stream()
        .filter(row -> ((String) row.get("site")).contains("Managed.useLate"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the late map is not among " + rows(maps)));
  }

  private static List<CompositeData> rows(TabularData table) {
    List<CompositeData> rows = new ArrayList<>();
    for (Object row : table.values()) {
      rows.add((CompositeData) row);
    }
    return rows;
  }

  private static void assertDescribed(OpenType<?> type) {
    if (type instanceof TabularType table) {
      assertDescribed(table.getRowType());
    }
    if (type instanceof CompositeType row) {
      for (String item : row.keySet()) {
        assertThat(row.getDescription(item)).as(item).isNotBlank().isNotEqualTo(item);
        assertDescribed(row.getType(item));
      }
    }
  }

  /** Nothing in it is of a class of ours, and what is a number is one. */
  private static void assertPlain(Object value) {
    if (value instanceof TabularData table) {
      rows(table).forEach(ManagementIT::assertPlain);
    } else if (value instanceof CompositeData row) {
      Collection<?> items = row.values();
      items.forEach(ManagementIT::assertPlain);
    } else if (value != null && value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        assertPlain(Array.get(value, i));
      }
    } else if (value != null) {
      assertThat(PLAIN).contains(value.getClass());
    }
  }
}
