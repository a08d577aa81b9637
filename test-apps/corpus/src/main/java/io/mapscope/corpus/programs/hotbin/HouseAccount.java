package io.mapscope.corpus.programs.hotbin;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * Balances in a ConcurrentHashMap: each payment changes its customer's account and, for the fee,
 * the house account.
 *
 * <p>The agent sees the threads waiting for one bin out of thousands: half of all updates go to one
 * key. The fixed form keeps an account as an object that is updated by itself.
 */
@Label(
    name = "house-account",
    rules = "hot-bin",
    map = "centsByAccount",
    source = "rules.md, one hot key; orbit#253")
public final class HouseAccount implements CorpusProgram {
  private static final int HOUSE = 0;
  private static final int ACCOUNTS = 5_000;

  private final ConcurrentMap<Integer, Long> centsByAccount = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, LongAdder> adderByAccount = new ConcurrentHashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    for (int account = 0; account < ACCOUNTS; account++) {
      centsByAccount.put(account, 0L);
      adderByAccount.put(account, new LongAdder());
    }
    Crew.work(deadline, 4, fixed ? this::payIntoAdders : this::payIntoMap);
  }

  private void payIntoMap() {
    centsByAccount.compute(customer(), (account, cents) -> cents == null ? 99 : cents + 99);
    centsByAccount.compute(HOUSE, (account, cents) -> cents == null ? 1 : cents + 1);
  }

  private void payIntoAdders() {
    add(customer(), 99);
    add(HOUSE, 1);
  }

  private void add(int account, long cents) {
    final LongAdder adder = adderByAccount.get(account);
    if (adder != null) {
      adder.add(cents);
    }
  }

  private static int customer() {
    return 1 + ThreadLocalRandom.current().nextInt(ACCOUNTS - 1);
  }
}
