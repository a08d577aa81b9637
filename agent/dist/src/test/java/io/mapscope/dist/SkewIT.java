package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapscope.dist.programs.Skewed;
import io.mapscope.profile.HotKey;
import io.mapscope.profile.MapFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hot keys by their true shares, keys themselves only when asked for, and what maps hold. */
final class SkewIT {
  private static final double TOLERANCE = 0.12;

  @TempDir private Path directory;

  @Test
  void hotKeys_byHash_haveTheirSharesAndTellNoKey() throws Exception {
    AgentRun run = AgentRun.of(directory, Skewed.class);

    List<HotKey> hot = Objects.requireNonNull(facts(run, "HOT").hotKeys());
    assertThat(hot.get(0).share()).isCloseTo(0.5, within(TOLERANCE));
    assertThat(hot.get(1).share()).isCloseTo(0.2, within(TOLERANCE));
    assertThat(hot).allMatch(key -> key.key().matches("[0-9a-f]{16}"));
    assertThat(Objects.requireNonNull(facts(run, "EVEN").hotKeys()))
        .allMatch(key -> key.share() < 0.1);
    assertThat(Files.readString(directory.resolve("report.json"))).doesNotContain("warm");
  }

  @Test
  void hotKeys_ofAtomicOperations_haveTheirShares() throws Exception {
    AgentRun run = AgentRun.of(directory, Skewed.class);

    for (String field : List.of("MERGED", "PLAIN", "COMPUTED", "REMOVED")) {
      List<HotKey> hot = Objects.requireNonNull(facts(run, field).hotKeys());
      assertThat(hot.get(0).share()).as(field).isCloseTo(0.5, within(TOLERANCE));
    }
  }

  @Test
  void hotKeys_textAskedFor_areShownWithoutControlCharacters() throws Exception {
    AgentRun run = AgentRun.of(directory, Skewed.class, "keys=text");

    List<HotKey> hot = Objects.requireNonNull(facts(run, "HOT").hotKeys());
    assertThat(hot.get(0).key()).isEqualTo("hot ");
    assertThat(hot.get(1).key()).isEqualTo("warm");
  }

  @Test
  void keyClass_ofTheJdkAndTheSameForAll_isTold() throws Exception {
    AgentRun run = AgentRun.of(directory, Skewed.class);

    assertThat(facts(run, "HOT").keyClass()).isEqualTo("java.lang.String");
    assertThat(facts(run, "NUMBERED").keyClass()).isEqualTo("java.lang.Long");
    assertThat(facts(run, "MIXED").keyClass()).isNull();
  }

  @Test
  void contents_nullsMutableValuesAndOrder_areSeen() throws Exception {
    AgentRun run = AgentRun.of(directory, Skewed.class);

    assertThat(Objects.requireNonNull(facts(run, "NULLS").nulls()).keys()).isPositive();
    assertThat(Objects.requireNonNull(facts(run, "NULLS").nulls()).values()).isPositive();
    assertThat(Objects.requireNonNull(facts(run, "HOT").nulls()).keys()).isZero();
    assertThat(Objects.requireNonNull(facts(run, "LISTS").shape()).mutableValues())
        .isPositive()
        .isEqualTo(Objects.requireNonNull(facts(run, "LISTS").shape()).valueSamples());
    assertThat(Objects.requireNonNull(facts(run, "HOT").shape()).mutableValues()).isZero();
    assertThat(Objects.requireNonNull(facts(run, "IN_ORDER").shape()).insertionOrderTraversals())
        .isEqualTo(Long.parseLong(run.result().stdout().trim()));
  }

  private static MapFacts facts(AgentRun run, String field) {
    return run.map(Skewed.class, field).facts();
  }
}
