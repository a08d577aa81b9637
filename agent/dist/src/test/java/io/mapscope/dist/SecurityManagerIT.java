package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mapscope.dist.programs.Restricted;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.EndToEnd;
import io.mapscope.harness.Reports;
import io.mapscope.profile.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications from the days of the security manager, which JDK 24 has done away with. */
final class SecurityManagerIT {
  private static final int GONE_SINCE = 24;
  private static final String PROGRAM = "Restricted";

  @TempDir private Path directory;

  @BeforeEach
  void needsASecurityManager() throws Exception {
    assumeThat(EndToEnd.javaFeature()).isLessThan(GONE_SINCE);
  }

  @Test
  void application_thatSetsASecurityManager_isCountedExactlyAndReported() throws Exception {
    Path json = directory.resolve("restricted.json");

    ChildResult result =
        restricted(json)
            .jvmFlags("-Djava.security.manager=allow")
            .args("policy", "0", "1500")
            .run();

    result.assertExit(0).assertQuiet(PROGRAM);
    assertExact(result, json);
  }

  @Test
  void application_whoseSecurityManagerDeniesEverything_endsAsEverAndTheLossIsSaid()
      throws Exception {
    Path json = directory.resolve("denied.json");

    ChildResult result =
        restricted(json)
            .jvmFlags("-Djava.security.manager=allow")
            .args("denying", "1500", "1500")
            .run();

    result.assertExit(0);
    assertThat(result.stdout()).contains("merges ");
    assertThat(result.stderr())
        .containsPattern("mapscope: cannot (write|end) ")
        .doesNotContain("\tat ");
    assertThat(json).doesNotExist();
  }

  @Test
  void agent_securityManagerFromTheStart_staysOutUnlessGrantedAll() throws Exception {
    Path json = directory.resolve("granted.json");
    Path policy = directory.resolve("agent.policy");
    Files.writeString(
        policy,
        "grant codeBase \""
            + EndToEnd.agentJar().toUri()
            + "\" { permission java.security.AllPermission; };\n");

    ChildResult without =
        restricted(json)
            .jvmFlags("-Djava.security.manager")
            .args("none", "0", "0")
            .run()
            .assertExit(0);
    assertThat(without.stderr())
        .contains("the security manager forbids it")
        .contains("grant java.security.AllPermission")
        .doesNotContain("\tat ", "mapscope:     at ");
    assertThat(json).doesNotExist();

    ChildResult granted =
        restricted(json)
            .jvmFlags("-Djava.security.manager", "-Djava.security.policy=" + policy)
            .args("none", "0", "0")
            .run();
    assertThat(granted.stderr()).doesNotContain("mapscope:");
    assertExact(granted, json);
  }

  private ChildJvmBuilder restricted(Path json) throws Exception {
    return Programs.child(directory, Restricted.class)
        .agent("budget=off", "interval=300ms", "report=" + json);
  }

  private static void assertExact(ChildResult result, Path json) throws Exception {
    AgentRun run = new AgentRun(result.assertExit(0), Reports.read(json));
    Reports.assertHealthy(run.report());
    long merges = run.printed("merges", 0);
    assertThat(run.map(Restricted.class, "MERGED").operations().get(Operation.MERGE))
        .isEqualTo(merges);
    assertThat(run.map(Restricted.class, "late").operations().get(Operation.MERGE))
        .isEqualTo(merges / 2);
  }
}
