package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mapscope.dist.programs.ExactCounts;
import io.mapscope.dist.programs.Waiting;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.EndToEnd;
import io.mapscope.harness.Reports;
import io.mapscope.profile.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Archives of classes, by which a JVM starts faster: the agent keeps out of one that writes them,
 * however it is told to, and counts in one that uses them.
 */
final class ArchivesIT {
  /** JEP 514, by which one flag makes a cache. */
  private static final int AOT_SINCE = 25;

  private static final int UNREACHABLE = 3;
  private static final String STEPS = "-Dsteps=2000";

  /** Without it no JVM writes a class data archive while there is any agent. */
  private static final String[] ARCHIVE_DESPITE_AGENTS = {
    "-XX:+UnlockDiagnosticVMOptions", "-XX:+AllowArchivingWithJavaAgent"
  };

  /** Of archives and of agents beside them; none of these lines is about ours. */
  private static final String[] SAID_BY_THE_JVM = {
    "AllowArchivingWithJavaAgent",
    "Run with -Xlog:aot",
    "Mismatched values for property jdk.module.addmods",
    "Disabling optimized module handling",
    "AOT cache has aot-linked classes",
    "Unable to map shared spaces",
  };

  @TempDir private Path directory;
  private ProgramsJar programs;
  private Path archive;

  @BeforeEach
  void packPrograms() throws Exception {
    assumeThat(EndToEnd.agentOn()).isTrue();
    programs = ProgramsJar.in(directory);
    archive = directory.resolve("app.archive");
  }

  @Test
  void agent_inTrainingOfAnAotCache_staysOutAndTheCacheWorks() throws Exception {
    requireAot();

    ChildResult training = train("-XX:AOTCacheOutput=" + archive);

    assertStayedOut(training, "-XX:AOTCacheOutput=" + archive);
    assertThat(archive).exists();
    run("-XX:AOTCache=" + archive, "-XX:AOTMode=on");
  }

  @Test
  void agent_inTrainingOfAnAotCacheInTwoSteps_staysOutAndTheCacheWorks() throws Exception {
    requireAot();
    String configuration = "-XX:AOTConfiguration=" + directory.resolve("app.aotconf");

    assertStayedOut(train("-XX:AOTMode=record", configuration), "-XX:AOTMode=record");
    ChildResult assembly = train("-XX:AOTMode=create", configuration, "-XX:AOTCache=" + archive);

    assembly.assertExit(0);
    assertThat(assembly.stderr()).as("the JVM runs no agent then").doesNotContain("mapscope");
    run("-XX:AOTCache=" + archive, "-XX:AOTMode=on");
  }

  /** The command line does not show what makes this JVM write. */
  @ParameterizedTest
  @ValueSource(strings = {"argument file", "file of options", "file of flags"})
  void agent_inTrainingThatAFileAsksFor_staysOutAndTheCacheIsMade(String kind) throws Exception {
    requireAot();
    Path options = directory.resolve("options");
    String flag = "-XX:AOTCacheOutput=" + archive;
    Files.writeString(options, kind.equals("file of flags") ? flag.substring(4) : flag);

    ChildResult training =
        train(
            switch (kind) {
              case "argument file" -> "@" + options;
              case "file of options" -> "-XX:VMOptionsFile=" + options;
              default -> "-XX:Flags=" + options;
            });

    assertStayedOut(training, "by a flag in a file of options");
    assertThat(archive).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
  void agent_inTrainingThatAVariableAsksFor_staysOutAndTheCacheIsMade(String variable)
      throws Exception {
    requireAot();
    String flag = "-XX:AOTCacheOutput=" + archive;

    ChildResult training = training().environment(variable, flag).run();

    assertStayedOut(training, flag);
    assertThat(archive).exists();
  }

  @ParameterizedTest
  @CsvSource({
    "-XX:ArchiveClassesAtExit=,17",
    "-XX:+AutoCreateSharedArchive -XX:SharedArchiveFile=,19"
  })
  void agent_whereAClassDataArchiveIsWritten_staysOutAndTheArchiveWorks(String flags, int since)
      throws Exception {
    assumeThat(EndToEnd.javaFeature()).isGreaterThanOrEqualTo(since);
    String[] given = (flags + archive).split(" ");

    ChildResult training = training().jvmFlags(ARCHIVE_DESPITE_AGENTS).jvmFlags(given).run();

    assertStayedOut(training, given[0]);
    assertThat(archive).exists();
    run(ARCHIVE_DESPITE_AGENTS[0], ARCHIVE_DESPITE_AGENTS[1], "-XX:SharedArchiveFile=" + archive);
  }

  /** The JVM runs agents while it assembles such an archive, but no application. */
  @Test
  void agent_whereAnArchiveIsMadeFromAList_staysOutAndTheArchiveIsMade() throws Exception {
    Path list = directory.resolve("classes.lst");
    programs
        .child(ExactCounts.class)
        .jvmFlags("-XX:DumpLoadedClassList=" + list, STEPS)
        .run()
        .assertExit(0);

    ChildResult assembly =
        training()
            .jvmFlags(ARCHIVE_DESPITE_AGENTS)
            .jvmFlags("-Xshare:dump", "-XX:SharedClassListFile=" + list)
            .jvmFlags("-XX:SharedArchiveFile=" + archive)
            .run();

    assertStayedOut(assembly, "-Xshare:dump");
    assertThat(archive).exists();
  }

  /** A list is no archive: nothing of what is woven gets into it but names. */
  @Test
  void counts_whileAListOfClassesIsWritten_areExact() throws Exception {
    Path list = directory.resolve("classes.lst");

    run("-XX:DumpLoadedClassList=" + list);

    assertThat(list).isNotEmptyFile();
  }

  @Test
  void attach_toAJvmInTraining_isRefusedAndTheArchiveIsMade() throws Exception {
    String flag = (isAotHere() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive;
    try (ChildJvm child = programs.child(Waiting.class).jvmFlags(flag).start()) {
      child.awaitStdout("ready");

      ChildResult command = CommandLine.run(directory, "attach", Long.toString(child.pid()));

      command.assertExit(UNREACHABLE);
      assertThat(command.stderr()).contains(why(flag), "has no agent").doesNotContain("\tat ");
      child.terminate().assertExit(ChildResult.EXIT_SIGTERM);
    }
    assertThat(archive).exists();
  }

  @Test
  void counts_withAClassDataArchiveMadeWithoutTheAgent_areExact() throws Exception {
    programs
        .child(ExactCounts.class)
        .jvmFlags("-XX:ArchiveClassesAtExit=" + archive, STEPS)
        .run()
        .assertExit(0);

    run("-XX:SharedArchiveFile=" + archive, "-Xshare:on");
  }

  /** The JVM says that it does without the cache: every agent brings a module with it. */
  @Test
  void counts_withAnAotCacheTrainedWithoutTheAgent_areExactAndTheJvmSaysItIsNotUsed()
      throws Exception {
    requireAot();
    trainWithoutAgent();

    ChildResult result = run("-XX:AOTCache=" + archive);

    assertThat(result.stdout()).contains("Mismatched values for property jdk.module.addmods");
  }

  /** What the documentation advises. */
  @Test
  void counts_withAnAotCacheTrainedWithTheModuleOfAgents_areExactAndTheCacheIsUsed()
      throws Exception {
    requireAot();
    trainWithoutAgent("--add-modules", "java.instrument");

    assertThat(run("-XX:AOTCache=" + archive, "-XX:AOTMode=on").stdout()).doesNotContain("[aot]");
  }

  private void trainWithoutAgent(String... flags) throws Exception {
    programs
        .child(ExactCounts.class)
        .jvmFlags(flags)
        .jvmFlags("-XX:AOTCacheOutput=" + archive, STEPS)
        .run()
        .assertExit(0);
    assertThat(archive).exists();
  }

  private ChildResult train(String... flags) throws Exception {
    return training().jvmFlags(flags).run();
  }

  private ChildJvmBuilder training() {
    return programs.child(ExactCounts.class).agent().jvmFlags(STEPS);
  }

  private static void assertStayedOut(ChildResult training, String flag) {
    training.assertExit(0);
    assertThat(training.stderr())
        .contains(why(flag), "the agent is off, the application runs without it")
        .doesNotContain("Child process failed");
  }

  private static String why(String flag) {
    return "the JVM writes a class archive (" + flag + ")";
  }

  /** Runs the oracle under the agent in a JVM with {@code flags}; its counts are exact. */
  private ChildResult run(String... flags) throws Exception {
    Path json = directory.resolve("report.json");
    ChildResult result =
        programs
            .child(ExactCounts.class)
            .agent("budget=off", "interval=500ms", "report=" + json)
            .jvmFlags(STEPS)
            .jvmFlags(flags)
            .run()
            .assertExit(0)
            .assertQuiet(SAID_BY_THE_JVM);
    Report report = Reports.read(json);
    Reports.assertHealthy(report);
    OracleComparison.assertExact(new AgentRun(result, report));
    return result;
  }

  private static boolean isAotHere() throws IOException {
    return EndToEnd.javaFeature() >= AOT_SINCE;
  }

  private static void requireAot() throws IOException {
    assumeThat(isAotHere()).isTrue();
  }
}
