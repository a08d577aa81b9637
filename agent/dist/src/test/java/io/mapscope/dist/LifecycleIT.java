package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.LateRecording;
import io.mapscope.dist.programs.Waiting;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.EndToEnd;
import io.mapscope.harness.Reports;
import io.mapscope.profile.Report;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;

/** The agent starts with the application or not at all, and leaves its report however that ends. */
final class LifecycleIT {
  /** The tag of a class in a constant pool (JVMS 4.4). */
  private static final int CONSTANT_CLASS = 7;

  private static final Set<String> NOT_ASKED_FOR_IN_OPERATIONS =
      Set.of(
          "java.io.DataOutputStream", // writes patches of views, on the agent's thread
          "java.io.ObjectOutputStream", // woven when the application loads it
          "java.lang.ThreadDeath", // only where threads can be stopped, up to JDK 19
          "java.nio.charset.StandardCharsets", // of patches of views, too
          "java.util.TreeMap$Entry", // measured once, by the collector
          "java.util.TreeSet", // behind NavigableSet
          "java.util.concurrent.ConcurrentHashMap$TreeBin", // looked for by the collector
          "java.util.concurrent.ConcurrentHashMap$TreeNode", // measured once
          "java.util.concurrent.ConcurrentSkipListMap", // behind ConcurrentNavigableMap
          "java.util.concurrent.ConcurrentSkipListMap$Index",
          "java.util.concurrent.ConcurrentSkipListMap$Node",
          "java.util.concurrent.ConcurrentSkipListSet"); // behind NavigableSet

  @TempDir private Path directory;

  @Test
  void report_applicationEndedBySignal_isWritten() throws Exception {
    Path json = directory.resolve("r.json");
    ChildResult result;
    try (ChildJvm child = waiting().agent("report=" + json).start()) {
      child.awaitStdout("ready");
      result = child.terminate();
    }

    result.assertExit(ChildResult.EXIT_SIGTERM).assertQuiet();
    Report report = Reports.read(json);
    assertThat(Reports.mapsInFieldsOf(report, Waiting.class.getName())).hasSize(1);
  }

  @Test
  void report_applicationCallsExit_isWritten() throws Exception {
    Path json = directory.resolve("r.json");

    waiting().agent("report=" + json).args("exit").run().assertExit(7).assertQuiet();

    Reports.assertHealthy(Reports.read(json));
  }

  /** Flight Recorder keeps whoever begins too late waiting for ever, and its lock with it. */
  @Test
  void exit_whileAThreadOfTheApplicationsKeepsTheRecorder_comesWithReportAndRecording()
      throws Exception {
    Path json = directory.resolve("r.json");
    Path jfr = directory.resolve("app.jfr");

    ChildResult result =
        Programs.child(directory, LateRecording.class)
            .agent("report=" + json, "jfr=" + jfr)
            .timeout(Duration.ofMinutes(2))
            .run();

    result.assertExit(0);
    assertThat(result.stderr().strip())
        .as("said, unless the agent had the lock before that thread; both happen")
        .isIn(
            "",
            "mapscope: "
                + jfr
                + " is what Flight Recorder left of itself: for 20 s another thread kept its lock");
    Reports.assertHealthy(Reports.read(json));
    assertThat(RecordingFile.readAllEvents(jfr))
        .anyMatch(
            event -> event.getEventType().getName().equals(LateRecording.Said.class.getName()));
  }

  @Test
  void recording_applicationThatEndsAtOnce_isThereOrItIsSaidWhyNot() throws Exception {
    Path jfr = directory.resolve("app.jfr");

    ChildResult result = waiting().agent("jfr=" + jfr).args("exit").run();

    result.assertExit(7);
    assertThat(result.stderr())
        .isEqualToIgnoringNewLines(
            Files.exists(jfr)
                ? ""
                : "mapscope: cannot record to "
                    + jfr
                    + ": the application has ended before Flight Recorder could start");
  }

  /** The first one that a JVM links costs 20 ms of CPU, and the application would wait for it. */
  @Test
  void start_beforeMain_linksNoLambda() throws Exception {
    assertThat(loadedBeforeMain())
        .anyMatch(line -> line.contains("io.mapscope.weaver.Weaver "))
        .noneMatch(line -> line.contains("io.mapscope") && line.contains("$$Lambda"));
  }

  /** The build has woven them; doing it again costs more than all the rest of the start. */
  @Test
  void start_onAJdkThatTheBuildKnows_weavesNoClass() throws Exception {
    assertThat(loadedBeforeMain())
        .anyMatch(line -> line.contains("io.mapscope.weaver.Prewoven "))
        .noneMatch(line -> line.contains("io.mapscope.shaded.asm.ClassReader "));
  }

  /**
   * One that the recorder's first question loaded would be asked for by its own loading, as soon as
   * a class file transformer uses a map (ClassCircularityError).
   */
  @Test
  void start_classesThatTheRecorderAsksFor_areLoadedBeforeMain() throws Exception {
    String loaded = String.join("\n", loadedBeforeMain());
    assertThat(askedForByTheRecorder())
        .contains("java.util.UUID")
        .filteredOn(name -> !NOT_ASKED_FOR_IN_OPERATIONS.contains(name))
        .allSatisfy(name -> assertThat(loaded).contains(" " + name + " source"));
  }

  /** The JDK's classes that stand in the recorder's class files. */
  private static Set<String> askedForByTheRecorder() throws Exception {
    Set<String> names = new TreeSet<>();
    try (ZipFile jar = new ZipFile(EndToEnd.agentJar().toFile())) {
      for (ZipEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().matches("inst/java/.*/Mapscope[^/]*\\.classdata")) {
          try (InputStream in = jar.getInputStream(entry)) {
            addClasses(new ClassReader(in), names);
          }
        }
      }
    }
    return names;
  }

  private static void addClasses(ClassReader file, Set<String> names) {
    char[] buffer = new char[file.getMaxStringLength()];
    for (int item = 1; item < file.getItemCount(); item++) {
      int offset = file.getItem(item);
      if (offset > 0 && file.readByte(offset - 1) == CONSTANT_CLASS) {
        String name = file.readUTF8(offset, buffer).replace('/', '.');
        if (!name.contains("Mapscope") && !name.startsWith("[")) {
          names.add(name);
        }
      }
    }
  }

  private List<String> loadedBeforeMain() throws Exception {
    Path loads = directory.resolve("loads.txt");

    waiting()
        .agent()
        .jvmFlags("-Xlog:class+load:file=" + loads)
        .args("exit")
        .run()
        .assertExit(7)
        .assertQuiet();

    return Files.readAllLines(loads).stream()
        .takeWhile(line -> !line.contains("io.mapscope.runtime.start.AgentStart$AtExit"))
        .toList();
  }

  @Test
  void options_fromPropertyEnvironmentAndFile_areHonoured() throws Exception {
    Path config = directory.resolve("mapscope.properties");
    Path json = directory.resolve("from-file.json");
    Files.writeString(config, "report=" + json.toString().replace("\\", "/") + "\n");

    waiting()
        .agent()
        .jvmFlags("-Dmapscope.interval=200ms")
        .environment("MAPSCOPE_CONFIG", config.toString())
        .args("exit")
        .run()
        .assertExit(7)
        .assertQuiet();

    assertThat(json).exists();
  }

  @Test
  void options_mistaken_areAllNamedAndTheApplicationRunsWithoutTheAgent() throws Exception {
    Path absent = directory.resolve("no/such");
    Path missing = absent.resolve("r.json");

    ChildResult result =
        waiting().agent("reprot=x.json", "interval=soon", "report=" + missing).args("exit").run();

    result.assertExit(7);
    assertThat(result.stdout()).contains("ready");
    assertThat(result.stderr())
        .contains("unknown option reprot")
        .contains("interval='soon'")
        .contains(absent.toString())
        .contains("the agent is off, the application runs without it")
        .doesNotContain("\tat ");
    assertThat(Files.list(directory)).noneMatch(file -> file.toString().endsWith(".json"));
  }

  @Test
  void agent_disabled_saysAndWritesNothing() throws Exception {
    Path json = directory.resolve("r.json");

    waiting()
        .agent("enabled=false", "report=" + json)
        .args("exit")
        .run()
        .assertExit(7)
        .assertQuiet();

    assertThat(json).doesNotExist();
  }

  @Test
  void agent_secondOneInTheJvm_staysOutAndTheFirstWorks() throws Exception {
    Path json = directory.resolve("r.json");

    ChildResult result =
        waiting()
            .agent("report=" + json)
            .jvmFlags("-javaagent:" + EndToEnd.agentJar())
            .args("exit")
            .run();

    result.assertExit(7);
    assertThat(result.stderr()).contains("there is a Mapscope in this JVM already");
    Reports.assertHealthy(Reports.read(json));
  }

  private ChildJvmBuilder waiting() throws Exception {
    return Programs.child(directory, Waiting.class);
  }
}
