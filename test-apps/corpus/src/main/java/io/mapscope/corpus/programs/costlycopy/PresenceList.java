package io.mapscope.corpus.programs.costlycopy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Who is online, as an immutable copy made anew at every change: 4,000 users, hundreds of changes a
 * second.
 *
 * <p>The agent sees full copies one after the other, and the time and bytes they take. The fixed
 * form changes a ConcurrentHashMap in place.
 */
@Label(
    name = "presence-list",
    rules = "costly-copy",
    map = "statusByUser",
    also = "resize-churn",
    source = "kafka#369, log4j2#2330: copy on write with too many writes")
public final class PresenceList implements CorpusProgram {
  private static final int USERS = 4_000;

  private volatile Map<Integer, String> statusByUser = Map.of();
  private final Map<Integer, String> liveStatusByUser = new ConcurrentHashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    final Map<Integer, String> all = new HashMap<>();
    for (int user = 0; user < USERS; user++) {
      all.put(user, "online");
    }
    statusByUser = all;
    liveStatusByUser.putAll(all);
    new Crew(deadline)
        .with(1, fixed ? this::changeInPlace : this::changeCopy)
        .with(1, () -> look(fixed ? liveStatusByUser : statusByUser))
        .work();
  }

  private void changeCopy() {
    final Map<Integer, String> next = new HashMap<>(statusByUser);
    next.put(user(), "away");
    statusByUser = next;
    LockSupport.parkNanos(1_000_000);
  }

  private void changeInPlace() {
    liveStatusByUser.put(user(), "away");
    LockSupport.parkNanos(1_000_000);
  }

  private static void look(Map<Integer, String> statuses) {
    statuses.get(user());
    LockSupport.parkNanos(100_000);
  }

  private static int user() {
    return ThreadLocalRandom.current().nextInt(USERS);
  }
}
