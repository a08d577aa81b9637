package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.Modifications;
import io.mapscope.profile.MisuseExample;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ConcurrentModificationExceptions: how many, on which map, out of which loop, by whom. */
final class ModificationsIT {
  @TempDir private Path directory;

  @Test
  void exceptions_ofEveryMapClass_areAsManyAsTheProgramCaught() throws Exception {
    AgentRun run = AgentRun.of(directory, Modifications.class);

    String[] lines = run.result().stdout().trim().split("\\R");
    assertThat(lines).hasSize(8);
    for (String line : lines) {
      String[] words = line.split(" ");
      assertThat(run.map(Modifications.class, words[0]).misuse().concurrentModificationExceptions())
          .as(words[0])
          .isEqualTo(Long.parseLong(words[1]));
    }
  }

  @Test
  void exceptions_examples_tellTheLoopAndWhoWroteLast() throws Exception {
    AgentRun run = AgentRun.of(directory, Modifications.class);

    assertThat(run.map(Modifications.class, "HASH_MAP").misuse().examples())
        .anyMatch(example -> tells(example, "removeInLoop", "which had written last itself"));
    assertThat(run.map(Modifications.class, "BY_OTHER_THREAD").misuse().examples())
        .anyMatch(example -> tells(example, "byOtherThread", "another thread had written last"));
  }

  private static boolean tells(MisuseExample example, String method, String origin) {
    return example.stacks().get(0).get(0).contains(origin)
        && example.stacks().get(0).stream().anyMatch(frame -> frame.contains(method));
  }
}
