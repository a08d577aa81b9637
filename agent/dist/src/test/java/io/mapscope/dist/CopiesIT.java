package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.Copying;
import io.mapscope.profile.Copies;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies are counted exactly, and one that a writer got into is torn by exactly its writes. */
final class CopiesIT {
  private static final int WAYS = 5;

  @TempDir private Path directory;

  @Test
  void copies_ofAKnownNumberWithAWriterInOne_areCountedAndTornExactly() throws Exception {
    AgentRun run = AgentRun.of(directory, Copying.class);

    Copies plain = Objects.requireNonNull(run.map(Copying.class, "PLAIN").facts().copies());
    assertThat(plain.count()).isEqualTo(WAYS * Copying.TIMES);
    assertThat(plain.entries()).isEqualTo((long) WAYS * Copying.TIMES * Copying.ENTRIES);
    assertThat(plain.nanos()).isPositive();
    assertThat(plain.torn()).isZero();
    assertThat(plain.maxWritesMeanwhile()).isZero();
    Copies torn = Objects.requireNonNull(run.map(Copying.class, "TORN").facts().copies());
    assertThat(torn.count()).isEqualTo(1);
    assertThat(torn.torn()).isEqualTo(1);
    assertThat(torn.maxWritesMeanwhile()).isEqualTo(Copying.WRITES);
  }
}
