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

    watch.look();
    assertThat(left.tryAcquire()).isFalse();
    shortage.set("only 3 MB are left");
    watch.look();
    watch.look();

    assertThat(left.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    assertThat(left.tryAcquire(100, TimeUnit.MILLISECONDS)).as("a second time").isFalse();
    assertThat(looks).hasValue(2);
  }
}
