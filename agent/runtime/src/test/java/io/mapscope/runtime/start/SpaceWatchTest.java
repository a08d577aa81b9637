package io.mapscope.runtime.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class SpaceWatchTest {

  @Test
  void space_thatRunsOut_isSaidOnceAndLeft() throws InterruptedException {
    AtomicReference<String> shortage = new AtomicReference<>();
    AtomicInteger looks = new AtomicInteger();
    Semaphore left = new Semaphore(0);
    SpaceWatch watch =
        new SpaceWatch(
            () -> {
              looks.incrementAndGet();
              return shortage.get();
            },
            left::release);

    watch.look(true, false);
    assertThat(left.tryAcquire()).isFalse();
    shortage.set("only 3 MB are left");
    watch.look(false, false);
    assertThat(looks).as("Flight Recorder is not used").hasValue(1);
    watch.look(false, true);
    watch.look(false, true);

    assertThat(left.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    assertThat(left.tryAcquire(100, TimeUnit.MILLISECONDS)).as("a second time").isFalse();
    assertThat(looks).hasValue(2);
  }

  @Test
  void consequence_ofWhatRan_isNamed() {
    assertThat(SpaceWatch.consequence(true, true))
        .isEqualTo("monitor waits are seen no longer, and jfr= ends here");
    assertThat(SpaceWatch.consequence(true, false)).isEqualTo("monitor waits are seen no longer");
    assertThat(SpaceWatch.consequence(false, true)).isEqualTo("jfr= ends here");
  }
}
