package io.mapscope.corpus.programs.stripingcollision;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Balances striped over four HashMaps, each under its own lock; four threads meet in them although
 * their keys differ.
 *
 * <p>The agent sees several maps of one line, threads waiting for their locks, and keys without any
 * hot one among them: stripes that collide. The fixed form is one ConcurrentHashMap, which locks
 * per bin.
 */
@Label(
    name = "striped-balances",
    rules = "striping-collision",
    map = "$Stripe.cents",
    also = "guarded-map-contended",
    source = "elasticsearch#18060: 15 to 20 %")
public final class StripedBalances implements CorpusProgram {
  private static final int STRIPES = 4;
  private static final int ACCOUNTS = 20_000;

  private final List<Stripe> stripes = new ArrayList<>();
  private final ConcurrentMap<Integer, Long> centsByAccount = new ConcurrentHashMap<>();

  private static final class Stripe {
    private final Map<Integer, Long> cents = new HashMap<>();

    synchronized void add(int account) {
      cents.merge(account, 1L, Long::sum);
    }
  }

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    for (int i = 0; i < STRIPES; i++) {
      stripes.add(new Stripe());
    }
    Crew.work(deadline, 4, fixed ? this::addToMap : this::addToStripe);
  }

  private void addToStripe() {
    final int account = ThreadLocalRandom.current().nextInt(ACCOUNTS);
    stripes.get(account % STRIPES).add(account);
  }

  private void addToMap() {
    centsByAccount.merge(ThreadLocalRandom.current().nextInt(ACCOUNTS), 1L, Long::sum);
  }
}
