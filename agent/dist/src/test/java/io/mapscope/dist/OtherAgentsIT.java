package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import io.mapscope.dist.programs.AskedThreads;
import io.mapscope.dist.programs.ClockSet;
import io.mapscope.dist.programs.Watched;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.Reports;
import io.mapscope.profile.Contention;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;

/** Other agents in the same JVM and ours each do all of their work, whoever comes first. */
final class OtherAgentsIT {
  /** At the start {@code CONCURRENT} and {@code PLAIN} have none of them. */
  private static final int KEYS = 100;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void counts_besideAnAgentThatRewritesTheSameMaps_areExactInBoth(boolean oursFirst)
      throws Exception {
    String other = "-javaagent:" + RetransformerJar.in(directory);

    ChildResult result = ordered(oursFirst, other).run();

    result.assertExit(0).assertQuiet(RetransformerJar.NOTICE);
    AgentRun run = exact(result);
    assertThat(run.printed("other", 0)).isEqualTo(2 * run.printed("puts", 0));
  }

  /** The JVM hands the later one our woven classes, and ours are woven again behind it. */
  @Test
  void counts_whenAnotherAgentRewritesTheSameMapsLater_areExactInBoth() throws Exception {
    Path jar = RetransformerJar.in(directory);
    Path there = directory.resolve("there");
    ChildResult result;
    try (ChildJvm child = watched().args(there.toString()).start()) {
      child.awaitStdout("ready");
      VirtualMachine machine = VirtualMachine.attach(Long.toString(child.pid()));
      try {
        machine.loadAgent(jar.toString());
      } finally {
        machine.detach();
      }
      Files.createFile(there);
      result = child.awaitExit();
    }

    result.assertExit(0).assertQuiet(RetransformerJar.NOTICE, "loaded dynamically");
    AgentRun run = exact(result);
    assertThat(run.printed("other", 0)).as("of its half").isEqualTo(run.printed("puts", 0));
  }

  /** Mockito does so where Thread is mocked: looks the instance up in a map of its own. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void counts_whereAnotherAgentUsesMapsInsideOfThread_areExact(boolean oursFirst) throws Exception {
    String other = "-javaagent:" + RetransformerJar.in(directory) + "=threads";
    ChildJvmBuilder program = program(AskedThreads.class);

    ChildResult result =
        (oursFirst ? withOurs(program).jvmFlags(other) : withOurs(program.jvmFlags(other))).run();

    result.assertExit(0).assertQuiet(RetransformerJar.NOTICE);
    AgentRun run = new AgentRun(result, Reports.read(report()));
    Reports.assertHealthy(run.report());
    assertThat(run.map(AskedThreads.class, "ASKED").operations().get(Operation.MERGE))
        .isEqualTo(run.printed("merges", 0));
  }

  /** Durations go by the clock that nobody sets; what is told of the time of day follows. */
  @Test
  void counts_whileTheClockIsSetForwardAndBack_areExactAndDurationsTrue() throws Exception {
    String other = "-javaagent:" + RetransformerJar.in(directory) + "=clock";

    ChildResult result = withOurs(program(ClockSet.class).jvmFlags(other)).run();

    result.assertExit(0).assertQuiet(RetransformerJar.NOTICE);
    AgentRun run = new AgentRun(result, Reports.read(report()));
    Reports.assertHealthy(run.report());
    assertThat(run.report().generatedAt())
        .as("the clock was set for the agent too")
        .isBefore(Instant.now().minus(Duration.ofMinutes(50)));
    double seconds = run.printed("millis", 0) / 1000.0;
    assertThat(run.report().durationSeconds()).isBetween(seconds, seconds + 60);
    MapProfile queued = run.map(ClockSet.class, "QUEUED");
    assertThat(queued.operations().get(Operation.MERGE)).isEqualTo(run.printed("merges", 0));
    Contention waits = Objects.requireNonNull(queued.facts().contention());
    assertThat(waits.nanos() / 1e9).isBetween(seconds / 10, 2 * seconds);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void counts_besideJacoco_areExactAndItsCoverageIsWritten(boolean oursFirst) throws Exception {
    Path coverage = directory.resolve("jacoco.exec");
    String jacoco = "-javaagent:" + System.getProperty("e2e.jacocoAgent") + "=destfile=" + coverage;

    ChildResult result = ordered(oursFirst, jacoco).run();

    result.assertExit(0).assertQuiet();
    exact(result);
    assertThat(Files.readString(coverage, StandardCharsets.ISO_8859_1))
        .contains(Watched.class.getName().replace('.', '/'));
  }

  private ChildJvmBuilder ordered(boolean oursFirst, String other) throws Exception {
    ChildJvmBuilder program = program(Watched.class);
    return oursFirst ? withOurs(program).jvmFlags(other) : withOurs(program.jvmFlags(other));
  }

  private ChildJvmBuilder watched() throws Exception {
    return withOurs(program(Watched.class));
  }

  private ChildJvmBuilder withOurs(ChildJvmBuilder child) {
    return child.agent("budget=off", "interval=300ms", "report=" + report());
  }

  /** What the other agent itself is made of is on its class path too. */
  private ChildJvmBuilder program(Class<?> main) throws Exception {
    Path programs = placeOf(Watched.class);
    Path asm = placeOf(ClassReader.class);
    return Programs.child(directory, main).classPath(programs + File.pathSeparator + asm);
  }

  private static Path placeOf(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private Path report() {
    return directory.resolve("report.json");
  }

  private AgentRun exact(ChildResult result) throws Exception {
    AgentRun run = new AgentRun(result, Reports.read(report()));
    Reports.assertHealthy(run.report());
    long puts = run.printed("puts", 0);
    for (String field : List.of("CONCURRENT", "PLAIN")) {
      OperationCounts counted = run.map(Watched.class, field).operations();
      assertThat(counted.get(Operation.PUT_NEW)).as(field).isEqualTo(KEYS);
      assertThat(counted.get(Operation.PUT_REPLACE)).as(field).isEqualTo(puts - KEYS);
      assertThat(counted.total()).as(field).isEqualTo(puts);
    }
    return run;
  }
}
