package io.mapscope.runtime.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;

/** What the code around two operations says about locks, by methods of this class. */
final class MethodFlowTest {
  private static final int BEGIN = 0;
  private static final int END = Integer.MAX_VALUE - 1;

  @Test
  void takesALockBefore_methodThatCallsLock_isTrueBehindTheCallOnly() throws Exception {
    assertThat(flow("locked", "(Ljava/util/concurrent/locks/Lock;Ljava/util/Map;)V"))
        .satisfies(flow -> assertThat(flow.takesALockBefore(END)).isTrue())
        .satisfies(flow -> assertThat(flow.takesALockBefore(BEGIN)).isFalse());
  }

  @Test
  void takesALockBefore_methodThatAcquires_isTrue() throws Exception {
    assertThat(
            flow("acquired", "(Ljava/util/concurrent/Semaphore;Ljava/util/Map;)V")
                .takesALockBefore(END))
        .isTrue();
  }

  @Test
  void takesALockBefore_methodWithoutLock_isFalse() throws Exception {
    assertThat(flow("plain", "(Ljava/util/Map;)V").takesALockBefore(END)).isFalse();
  }

  private static MethodFlow flow(String method, String descriptor) throws Exception {
    byte[] classFile = Objects.requireNonNull(ClassFiles.of(MethodFlowTest.class));
    return MethodFlow.read(classFile, method, descriptor);
  }

  @SuppressWarnings("unused") // its code is read
  private static void locked(Lock lock, Map<String, String> map) {
    lock.lock();
    try {
      plain(map);
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings("unused") // its code is read
  private static void acquired(Semaphore semaphore, Map<String, String> map)
      throws InterruptedException {
    semaphore.acquire();
    plain(map);
    semaphore.release();
  }

  private static void plain(Map<String, String> map) {
    if (map.get("a") == null) {
      map.put("a", "b");
    }
  }
}
