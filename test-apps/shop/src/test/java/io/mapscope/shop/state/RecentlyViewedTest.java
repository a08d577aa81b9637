package io.mapscope.shop.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RecentlyViewedTest {
  private static final int THREADS = 4;
  private static final int VIEWS = 200_000;
  private final RecentlyViewed recentlyViewed = new RecentlyViewed(List.of("garden", "music"));

  @Test
  void exchange_oneThread_givesWhatTheCategorySawBefore() {
    assertThat(recentlyViewed.exchange(product(1))).isNull();
    assertThat(recentlyViewed.exchange(product(2))).isEqualTo(1);
    assertThat(recentlyViewed.exchange(product(2))).isNull();
    assertThat(recentlyViewed.exchange(new Product(3, "Drum", "music", 1))).isNull();
  }

  @Test
  void exchange_unknownCategory_isNeverAdded() {
    Product stray = new Product(1, "Lamp", "elsewhere", 1);

    assertThat(recentlyViewed.exchange(stray)).isNull();
    assertThat(recentlyViewed.exchange(new Product(2, "Lamp", "elsewhere", 1))).isNull();
  }

  /** The race is meant; that it neither throws nor hangs is what the shop relies on. */
  @Test
  void exchange_racingThreads_neitherThrowNorHang() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    CountDownLatch start = new CountDownLatch(THREADS);
    List<Future<?>> racers =
        IntStream.range(0, THREADS)
            .<Future<?>>mapToObj(i -> threads.submit(() -> race(start)))
            .toList();
    threads.shutdown();

    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    for (Future<?> racer : racers) {
      assertThat(racer).succeedsWithin(0, TimeUnit.SECONDS);
    }
  }

  private Void race(CountDownLatch start) throws InterruptedException {
    start.countDown();
    start.await();
    for (int i = 1; i <= VIEWS; i++) {
      recentlyViewed.exchange(product(i));
    }
    return null;
  }

  private static Product product(int id) {
    return new Product(id, "Lamp", "garden", 100);
  }
}
