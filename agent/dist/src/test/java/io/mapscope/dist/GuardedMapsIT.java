package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.GuardedMaps;
import io.mapscope.profile.Contention;
import io.mapscope.profile.ExternalLock;
import io.mapscope.profile.LockDetail;
import io.mapscope.profile.LockWaits;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock around a plain map is named, and what threads waited for it is the map's. */
final class GuardedMapsIT {
  private static final Percentage CLOSE = Percentage.withPercentage(10);
  private static final String LOCKS = "java.util.concurrent.locks.";

  @TempDir private Path directory;

  @Test
  void guards_ofEveryKind_areNamedWithTheirFieldAndTheirWaits() throws Exception {
    AgentRun run = AgentRun.of(directory, GuardedMaps.class);

    assertGuard(run, "UNDER_LOCK", LOCKS + "ReentrantLock", "LOCK", LockDetail.LOCK);
    assertGuard(
        run, "UNDER_READ_WRITE", LOCKS + "ReentrantReadWriteLock", "READ_WRITE", LockDetail.LOCK);
    assertGuard(run, "UNDER_STAMPED", LOCKS + "StampedLock", "STAMPED", LockDetail.LOCK);
    assertGuard(run, "UNDER_MONITOR", "java.lang.Object", "MONITOR", LockDetail.MONITOR);
    assertGuard(run, "UNDER_TWO", LOCKS + "ReentrantReadWriteLock", "INNER", LockDetail.LOCK);
    assertGuard(
        run, "BY_VIRTUAL_THREADS", LOCKS + "ReentrantLock", "VIRTUAL_LOCK", LockDetail.LOCK);
    assertWaits(run, "UNDER_LOCK");
    assertWaits(run, "UNDER_READ_WRITE");
    assertWaits(run, "UNDER_STAMPED");
    assertWaits(run, "UNDER_MONITOR");
    assertThat(external(run, "CONFINED")).isEqualTo(ExternalLock.none());
    assertThat(detail(run, "WRAPPED").clientSide()).isTrue();
    assertThat(namedAroundTheRarelyUsed(run))
        .as("the first of few looks came too early to see the inner lock")
        .isIn(null, GuardedMaps.Rare.class.getName() + ".OWN");
  }

  private static @Nullable String namedAroundTheRarelyUsed(AgentRun run) {
    ExternalLock lock = run.map(GuardedMaps.Rare.class, "RARELY_USED").facts().externalLock();
    return lock == null ? null : Objects.requireNonNull(lock.detail()).field();
  }

  private static void assertGuard(
      AgentRun run, String map, String lockClass, String lockField, String kind) {
    LockDetail lock = detail(run, map);
    assertThat(lock.className()).as(map).isEqualTo(lockClass);
    assertThat(lock.field()).as(map).isEqualTo(GuardedMaps.class.getName() + "." + lockField);
    assertThat(lock.kind()).as(map).isEqualTo(kind);
    assertThat(lock.share()).as(map).isGreaterThan(0.9);
    assertThat(lock.clientSide()).as(map).isFalse();
  }

  private static void assertWaits(AgentRun run, String map) {
    Contention contention =
        Objects.requireNonNull(run.map(GuardedMaps.class, map).facts().contention());
    LockWaits waits = Objects.requireNonNull(contention.lock());
    assertThat(waits.className()).as(map).isEqualTo(detail(run, map).className());
    assertThat(waits.nanos())
        .as(map)
        .isCloseTo(TimeUnit.MILLISECONDS.toNanos(run.printed(map, 0)), CLOSE);
  }

  private static ExternalLock external(AgentRun run, String map) {
    return Objects.requireNonNull(run.map(GuardedMaps.class, map).facts().externalLock(), map);
  }

  private static LockDetail detail(AgentRun run, String map) {
    return Objects.requireNonNull(external(run, map).detail(), map);
  }
}
