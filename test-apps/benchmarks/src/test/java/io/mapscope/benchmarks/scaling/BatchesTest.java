package io.mapscope.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {
  @Test
  void together_othersBreak_leavesOutWhatRanAlone() {
    final Batches one = new Batches(3);
    one.add(0, 100, 100);
    one.add(100, 200, 99);
    one.add(200, 300, 98);
    final Batches other = new Batches(3);
    other.add(50, 150, 100);
    other.add(150, 250, 100);
    other.add(250, 1_000, 100); // interrupted
    assertThat(one.together(List.of(one, other))).containsExactly(99.0);
  }

  @Test
  void together_interruptedItself_leavesItOut() {
    final Batches one = new Batches(2);
    one.add(0, 100, 50);
    one.add(100, 200, 95);
    assertThat(one.together(List.of(one))).containsExactly(95.0);
  }
}
