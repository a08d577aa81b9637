package io.mapscope.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  @Test
  void between_sameLines_isEmpty() {
    assertThat(Differences.between(List.of("a", "b", "b"), List.of("b", "a", "b"))).isEmpty();
  }

  @Test
  void between_otherOutcomeOrMultiplicity_namesBothSides() {
    assertThat(Differences.between(List.of("a\tpass", "b"), List.of("a\tError", "b", "b")))
        .containsExactlyInAnyOrder("- a\tpass", "+ a\tError", "+ b");
  }
}
