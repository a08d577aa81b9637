package io.mapscope.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

final class CrewTest {
  private final Deadline soon = Deadline.in(Duration.ofMillis(50));

  @Test
  void work_everyThread_repeatsItsTaskUntilTheDeadline() throws InterruptedException {
    final Set<String> names = ConcurrentHashMap.newKeySet();

    Crew.work(soon, 3, () -> names.add(Thread.currentThread().getName()));

    assertThat(names).containsExactlyInAnyOrder("worker-1", "worker-2", "worker-3");
    assertThat(soon.passed()).isTrue();
    assertThat(soon.remainingMillis()).isZero();
  }

  @Test
  void work_everyTurn_isCounted() throws InterruptedException {
    final LongAdder turns = new LongAdder();

    new Crew(soon).with(3, turns::increment).work();

    assertThat(soon.turns()).isPositive().isEqualTo(turns.sum());
  }

  @Test
  void work_taskThatThrows_failsTheProgram() {
    final IllegalArgumentException fault = new IllegalArgumentException("fault");
    final Crew crew =
        new Crew(soon)
            .with(
                1,
                () -> {
                  throw fault;
                });

    assertThatThrownBy(crew::work).isInstanceOf(IllegalStateException.class).hasCause(fault);
  }
}
