package io.mapscope.corpus.programs.healthy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * A Caffeine cache of bounded size with keys of uneven popularity, used by four threads.
 *
 * <p>It loads, hits and evicts; that its map is large, full and written all the time is its
 * purpose.
 */
@Label(name = "healthy-caffeine-profiles", source = "rules.md, healthy forms")
public final class CaffeineProfiles implements CorpusProgram {
  private static final int USERS = 5_000;

  private final Cache<Integer, String> profileByUser =
      Caffeine.newBuilder().maximumSize(1_000).build();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 4, this::request);
  }

  private void request() {
    final ThreadLocalRandom random = ThreadLocalRandom.current();
    final int user = random.nextInt(1 + random.nextInt(USERS));
    Objects.requireNonNull(profileByUser.get(user, key -> "profile of " + key));
    LockSupport.parkNanos(2_000);
  }
}
