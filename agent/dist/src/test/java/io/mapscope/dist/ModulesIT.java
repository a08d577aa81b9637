package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.Reports;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications that are modules, and JVMs that have only the modules which such a one names. */
final class ModulesIT {
  @TempDir private Path directory;

  @Test
  void counts_ofAModuleThatOpensNothing_areExactAndItsFieldsNamed() throws Exception {
    ModularProgram program = new ModularProgram(directory);

    ChildResult result = child().modules(program.modulePath(), ModularProgram.MAIN).run();

    result.assertExit(0).assertQuiet();
    assertExact(result);
  }

  /** An agent needs java.instrument; without that the JVM itself does not start. */
  @Test
  void counts_inAnImageWithoutFlightRecorderAndManagement_areExactAndTheLossIsSaid()
      throws Exception {
    ModularProgram program = new ModularProgram(directory);
    Path image = program.linkedWith("java.instrument");

    ChildResult result =
        child().javaHome(image).modules(program.modulePath(), ModularProgram.MAIN).run();

    result.assertExit(0);
    assertThat(result.stderr().lines())
        .containsExactly(
            "mapscope: this JVM lacks jdk.jfr, jdk.management, hence there are none of these: waits"
                + " for monitors, events, CPU time, management bean; all else goes on");
    assertExact(result);
  }

  private ChildJvmBuilder child() {
    return ChildJvm.builder(directory, ModularProgram.STORE)
        .classPath("")
        .agent("budget=off", "interval=300ms", "report=" + report());
  }

  private Path report() {
    return directory.resolve("report.json");
  }

  private void assertExact(ChildResult result) throws Exception {
    Report report = Reports.read(report());
    Reports.assertHealthy(report);
    AgentRun run = new AgentRun(result, report);
    for (String field : List.of("shared", "guarded")) {
      List<MapProfile> maps = Reports.mapsInFieldsOf(report, ModularProgram.STORE + "." + field);
      assertThat(maps).as(field).hasSize(1);
      assertThat(maps.get(0).operations().get(Operation.MERGE)).isEqualTo(run.printed("merges", 0));
    }
  }
}
