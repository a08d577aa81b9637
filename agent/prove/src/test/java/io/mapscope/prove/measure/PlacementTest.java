package io.mapscope.prove.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementTest {

  private final Deque<Double> handovers = new ArrayDeque<>();
  private final Placement placement = new Placement(handovers::remove);
  private int runs;

  private int held(double... nanos) {
    for (double one : nanos) {
      handovers.add(one);
    }
    int result = placement.hold(() -> ++runs);
    assertThat(handovers).isEmpty();
    return result;
  }

  @Test
  void hold_processorsStayWhereTheyAre_runsOnce() {
    assertThat(List.of(held(80, 60), held(75, 90))).containsExactly(1, 2);
    assertThat(placement.nanos()).isEqualTo(80);
    assertThat(placement.strays()).isZero();
  }

  @Test
  void hold_processorsMovedMeanwhile_runsAgain() {
    assertThat(held(80, 390, 390, 380)).isEqualTo(2);
    assertThat(placement.nanos()).isEqualTo(390);
    assertThat(placement.strays()).isZero();
  }

  @Test
  void hold_processorsElsewhereThanBefore_runsAgain() {
    held(80, 80);

    assertThat(held(390, 390, 85, 390, 85, 85)).isEqualTo(4);
    assertThat(placement.strays()).isZero();
  }

  @Test
  void hold_processorsStayElsewhere_takesTheLastAndCountsIt() {
    held(80, 80);

    assertThat(held(390, 390, 390, 390, 390, 390, 390, 390)).isEqualTo(5);
    assertThat(placement.nanos()).isEqualTo(80);
    assertThat(placement.strays()).isEqualTo(1);
  }

  @Test
  void hold_oneProcessor_runsOnce() {
    assertThat(held(Double.NaN, Double.NaN)).isEqualTo(1);
    assertThat(placement.strays()).isZero();
  }

  @Test
  void handover_twoThreads_takesTime() {
    double nanos = Handover.nanos();

    if (Runtime.getRuntime().availableProcessors() > 1) {
      assertThat(nanos).isPositive();
    } else {
      assertThat(nanos).isNaN();
    }
  }
}
