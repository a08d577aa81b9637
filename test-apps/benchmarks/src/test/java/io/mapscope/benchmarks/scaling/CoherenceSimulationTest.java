package io.mapscope.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoherenceSimulationTest {
  private static final double OWN = 4;
  private static final double TRANSFER = 50;
  private static final int MANY = 128;

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void anyPattern_onOneCore_takesItsOwnTime(Pattern pattern) {
    final CoherenceSimulation alone = simulate(pattern, 1, 1);
    assertThat(alone.nanosPerOperation()).isEqualTo(OWN, within(1e-6));
    assertThat(alone.transfersPerOperation()).isZero();
  }

  @Test
  void cells_onManyCores_transferNothing() {
    assertThat(simulate(Pattern.CELLS, MANY, 1).transfersPerOperation()).isZero();
    assertThat(simulate(Pattern.TAKEN_CELLS_TABLE_FIRST, MANY, 1).transfersPerOperation()).isZero();
  }

  @Test
  void sharedCounter_onManyCores_transfersWithEachOperation() {
    assertThat(simulate(Pattern.ONE_SHARED_COUNTER, MANY, 1).transfersPerOperation())
        .isCloseTo(1, within(0.05));
  }

  @Test
  void takenCells_onManyCores_transferTheLatestCellsOwner() {
    final CoherenceSimulation taken = simulate(Pattern.TAKEN_CELLS, MANY, 1);
    assertThat(taken.transfersPerOperation()).isBetween(0.5, 1.1);
    assertThat(taken.nanosPerOperation()).isGreaterThan(OWN + TRANSFER / 2);
  }

  @Test
  void waitedShare_ofWhatTheSimulationGave_isTheOneItWasGiven() {
    final double nanos = simulate(Pattern.TAKEN_CELLS, 2, 0.25).nanosPerOperation();
    final double share =
        CoherenceSimulation.waitedShare(Pattern.TAKEN_CELLS, 2, OWN, TRANSFER, nanos);
    assertThat(simulate(Pattern.TAKEN_CELLS, 2, share).nanosPerOperation())
        .isCloseTo(nanos, within(0.05 * nanos));
  }

  private static CoherenceSimulation simulate(Pattern pattern, int cores, double waitedShare) {
    return CoherenceSimulation.of(
        pattern, cores, OWN, TRANSFER, waitedShare, Caches.Contention.OVERLAPPING);
  }
}
