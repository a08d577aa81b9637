package io.mapscope.corpus.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ScoreCommandTest {
  private static final int BAD_USAGE = 2;

  private final StringWriter problems = new StringWriter();
  private final CommandLine line =
      new CommandLine(new ScoreCommand()).setErr(new PrintWriter(problems));

  @TempDir Path folder;
  private String agent = "";

  @BeforeEach
  void makeSomethingThatIsThereAsTheAgentsJar() throws Exception {
    agent = Files.createFile(folder.resolve("agent.jar")).toString();
  }

  @Test
  void score_badArguments_areRefusedBeforeAnythingRuns() {
    assertRefused("expected the agent's jar", "--agent", folder.resolve("none.jar").toString());
    assertRefused("no such program or rule", "--agent", agent, "--only", "nonsense");
    assertRefused("--seconds is 0", "--agent", agent, "--seconds", "0");
    assertRefused("--parallel is 100000", "--agent", agent, "--parallel", "100000");
  }

  private void assertRefused(String problem, String... arguments) {
    assertThat(line.execute(arguments)).isEqualTo(BAD_USAGE);
    assertThat(problems.toString()).contains(problem);
  }
}
