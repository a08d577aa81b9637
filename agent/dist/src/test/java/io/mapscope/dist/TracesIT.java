package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.mapscope.dist.programs.Traced;
import io.mapscope.dist.programs.TracedWaits;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.OtelCollector;
import io.mapscope.harness.Reports;
import io.mapscope.harness.Tool;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From a trace to the map: events name the span that was current, and so do findings in a real
 * Collector, by what it prints of them.
 */
final class TracesIT {
  private static final Pattern LOG_TRACE = Pattern.compile("Trace ID: ([0-9a-f]{32})");

  private static final String READER = "io.mapscope.otel.CurrentSpan";
  private static final int VISITS = 3;

  /** Flight Recorder's and the system's, and what passes between two calls on a busy machine. */
  private static final Duration CLOCKS_APART = Duration.ofMillis(2);

  @TempDir private Path directory;
  private int commands;

  @Test
  void events_inSpansOfTheApplicationsOwnSdk_carryThem() throws Exception {
    try (OtelCollector collector = collector()) {
      ChildResult result =
          run(
              traced("own")
                  .agent(options("otlp=" + collector.httpEndpoint()))
                  .jvmFlags("-Dotel.metric.export.interval=300", "-Dotel.service.name=traced"));
      result.assertExit(0).assertQuiet();

      assertEvents(spans(result));
      String printed = collector.stop();
      assertLogEvents(printed, spans(result), "mapscope");
      assertThat(printed).as("what the SDK measures of itself").doesNotContain("otlp.exporter");
    }
    Reports.assertHealthy(Reports.read(directory.resolve("report.json")));
  }

  /** By gRPC, which the other agent speaks. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void events_inSpansOfTheOpenTelemetryAgent_carryThem(boolean oursFirst) throws Exception {
    String other = "-javaagent:" + System.getProperty("e2e.opentelemetryAgent");
    try (OtelCollector collector = collector()) {
      ChildJvmBuilder child = traced("global");
      if (!oursFirst) {
        child.jvmFlags(other);
      }
      child.agent(options("otlp=on"));
      if (oursFirst) {
        child.jvmFlags(other);
      }
      ChildResult result =
          run(
              child.jvmFlags(
                  "-Dotel.service.name=traced",
                  "-Dotel.traces.exporter=none",
                  "-Dotel.exporter.otlp.protocol=grpc",
                  "-Dotel.exporter.otlp.endpoint=" + collector.grpcEndpoint(),
                  "-Dotel.blrp.schedule.delay=300",
                  "-Dotel.metric.export.interval=300"));
      result.assertExit(0);
      assertThat(result.stderr().lines()).noneMatch(line -> line.startsWith("mapscope: "));

      assertEvents(spans(result));
      assertLogEvents(collector.stop(), spans(result), "opentelemetry-java-instrumentation");
    }
  }

  /** Such a wait is over when the operation begins; the first ones on each map have no span. */
  @Test
  void waits_forMonitorsAndLocksAroundMaps_carryTheSpanThatWaited() throws Exception {
    ChildResult result = run(traced(TracedWaits.class, "own").agent(options("otlp=off")));
    result.assertExit(0);

    Map<String, TracedSpan> spans =
        result
            .stdout()
            .lines()
            .map(TracedSpan::of)
            .collect(Collectors.toMap(TracedSpan::traceId, span -> span));
    assertThat(events("mapscope.MapContention"))
        .as("the agent waits for no map")
        .allSatisfy(event -> assertThat(event.getString("waiter")).startsWith("the-"));
    for (String field : List.of("WRAPPED", "TABLE", "GUARDED", "GUARDED_TOO", "LOCKED")) {
      assertThat(events("mapscope.MapContention"))
          .filteredOn(event -> event.getString("traceId") != null)
          .filteredOn(event -> event.getString("field").endsWith("." + field))
          .as(field)
          .isNotEmpty()
          .allSatisfy(
              event ->
                  Objects.requireNonNull(spans.get(event.getString("traceId")))
                      .assertWaited(event));
    }
    Reports.assertHealthy(Reports.read(directory.resolve("report.json")));
  }

  /** A span as the program tells of it. */
  private record TracedSpan(
      String traceId, String spanId, String thread, Instant begin, Instant end) {
    static TracedSpan of(String line) {
      String[] words = line.split(" ");
      return new TracedSpan(
          words[1], words[2], words[3], Instant.parse(words[4]), Instant.parse(words[5]));
    }

    void assertWaited(RecordedEvent event) {
      assertThat(event.getString("spanId")).isEqualTo(spanId);
      assertThat(event.getString("waiter")).isEqualTo(thread);
      assertThat(event.getStartTime()).isAfter(begin.minus(CLOCKS_APART));
      assertThat(event.getEndTime()).isBefore(end.plus(CLOCKS_APART));
    }
  }

  /** The application's class that keeps the context keeps what reads it, until the agent leaves. */
  @Test
  void detach_whereSpansWereRead_leavesNoReaderBehind() throws Exception {
    try (ChildJvm child = traced("own").jvmFlags("-XX:+EnableDynamicAgentLoading").start()) {
      String pid = Long.toString(child.pid());
      for (int visit = 1; visit <= VISITS; visit++) {
        command("attach", pid, "interval=300ms", "jfr=" + directory.resolve("app.jfr"));
        child.awaitStdout("span ");
        JvmState there = JvmState.await(child.pid(), state -> state.instances(READER) > 0);
        assertThat(there.instances(READER)).as("visit %d", visit).isEqualTo(1);
        command("detach", pid);
      }
      JvmState last =
          JvmState.await(
              child.pid(),
              state -> state.instances(READER) == 0 && state.instances(JvmState.AGENT_LOADER) <= 1);

      assertThat(last.instances(READER)).isZero();
      assertThat(last.instances(JvmState.AGENT_LOADER))
          .as("class loaders of the agent")
          .isLessThanOrEqualTo(1);
      Files.createFile(directory.resolve("go"));
      child.awaitExit().assertExit(0);
    }
  }

  private void command(String... arguments) throws Exception {
    CommandLine.run(directory.resolve("command-" + ++commands), arguments).assertExit(0);
  }

  private ChildJvmBuilder traced(String whose) throws Exception {
    return traced(Traced.class, whose);
  }

  private ChildJvmBuilder traced(Class<?> program, String whose) throws Exception {
    String api =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.contains("opentelemetry-"))
            .collect(Collectors.joining(File.pathSeparator));
    Path programs = Path.of(program.getProtectionDomain().getCodeSource().getLocation().toURI());
    return Programs.child(directory, program)
        .classPath(programs + File.pathSeparator + api)
        .timeout(Duration.ofMinutes(6))
        .jvmFlags("-Xlog:class+load:file=" + directory.resolve("loads.txt"))
        .args(whose, directory.resolve("go").toString());
  }

  /** Lets the program begin when the agent has found the context that its threads are in. */
  private ChildResult run(ChildJvmBuilder builder) throws Exception {
    try (ChildJvm child = builder.start()) {
      child.awaitFileWith(directory.resolve("loads.txt"), READER);
      Files.createFile(directory.resolve("go"));
      return child.awaitExit();
    }
  }

  private String[] options(String otlp) {
    return new String[] {
      "interval=300ms",
      "jfr=" + directory.resolve("app.jfr"),
      "report=" + directory.resolve("report.json"),
      otlp
    };
  }

  /** Span by trace: each thread has a trace of its own. */
  private static Map<String, String> spans(ChildResult result) {
    Map<String, String> spans =
        result
            .stdout()
            .lines()
            .filter(line -> line.startsWith("span "))
            .map(line -> line.split(" "))
            .collect(Collectors.toMap(words -> words[1], words -> words[2]));
    assertThat(spans).hasSize(2);
    return spans;
  }

  private void assertEvents(Map<String, String> spans) throws Exception {
    for (String name :
        List.of("mapscope.UnsafeMapAccess", "mapscope.MapContention", "mapscope.Finding")) {
      List<RecordedEvent> inTraces =
          events(name).stream().filter(event -> event.getString("traceId") != null).toList();
      assertThat(inTraces)
          .as(name)
          .isNotEmpty()
          .allSatisfy(
              event ->
                  assertThat(spans)
                      .containsEntry(event.getString("traceId"), event.getString("spanId")));
    }
    assertThat(events("mapscope.MapContention"))
        .filteredOn(event -> event.getString("traceId") != null)
        .as("a wait has the trace of the thread that waited")
        .allSatisfy(event -> assertThat(event.getString("waiter")).startsWith("the-"));
  }

  private static void assertLogEvents(String printed, Map<String, String> spans, String distro) {
    List<String> traces =
        LOG_TRACE
            .matcher(printed)
            .results()
            .map(found -> found.group(1))
            .filter(trace -> spans.containsKey(trace))
            .toList();
    assertThat(traces).as(printed).isNotEmpty();
    assertThat(printed)
        .contains("EventName: mapscope.finding")
        .contains("SeverityNumber: Error(17)")
        .contains("mapscope.finding.state: Str(appeared)")
        .contains("service.name: Str(traced)")
        .contains("Name: mapscope.map.unsafe.accesses")
        .doesNotContain("Timestamp: 1970-01-01 00:00:00 +0000 UTC\nValue")
        .contains("mapscope.rule: Str(unsafe-shared-map)")
        .contains("Span ID: " + spans.get(traces.get(0)))
        .contains("telemetry.distro.name: Str(" + distro + ")");
  }

  private List<RecordedEvent> events(String name) throws Exception {
    return RecordingFile.readAllEvents(directory.resolve("app.jfr")).stream()
        .filter(event -> event.getEventType().getName().equals(name))
        .toList();
  }

  private OtelCollector collector() throws Exception {
    try {
      return OtelCollector.printing(directory);
    } catch (Tool.Missing missing) {
      return abort(missing.toString());
    }
  }
}
