package io.mapscope.corpus.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.EndToEnd;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A shortened score: some programs with the shipped jars, the corpus's and the agent's.
 *
 * <p>They are those whose findings rest on proof or on counts, which a busy test machine does not
 * change; the whole score is run by hand and its result is in the README.
 */
final class ScoreIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int SECONDS = 8;

  @TempDir Path directory;

  @BeforeEach
  void needsTheAgent() {
    assumeTrue(EndToEnd.agentOn(), "only the agent can be scored");
  }

  @Test
  void score_someProgramsInAllTheirForms_reachesTheGoal() throws Exception {
    final JsonNode score =
        score(
            "shared-price-cache,grid-points,row-mapper,"
                + "healthy-read-mostly-routes,healthy-handed-over-batches");

    assertThat(score.at("/failures").asInt()).as(score.toPrettyString()).isZero();
    assertThat(score.at("/overall/expected").asInt()).isEqualTo(3);
    assertThat(score.at("/overall/found").asInt()).as(score.toPrettyString()).isEqualTo(3);
    assertThat(score.at("/overall/falseAlarms").asInt()).as(score.toPrettyString()).isZero();
    assertThat(score.at("/runs").size()).isEqualTo(3 * 2 + 2);
  }

  private JsonNode score(String programs) throws Exception {
    final ChildResult result =
        corpus(
            "score",
            "--agent",
            EndToEnd.agentJar().toString(),
            "--java",
            EndToEnd.javaHome().toString(),
            "--seconds",
            String.valueOf(SECONDS),
            "--only",
            programs,
            "--json");
    return new ObjectMapper().readTree(result.assertExit(0).stdout());
  }

  private ChildResult corpus(String... arguments) throws Exception {
    return ChildJvm.builder(directory, "io.mapscope.corpus.Main")
        .classPath(System.getProperty("corpus.jar"))
        .args(arguments)
        .timeout(LIMIT)
        .run();
  }
}
