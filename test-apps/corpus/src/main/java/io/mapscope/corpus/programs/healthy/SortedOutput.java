package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Totals by customer in a ConcurrentSkipListMap that is written to and looked up all day, and every
 * second printed from first to last.
 *
 * <p>A trap: no {@code firstKey} or {@code headMap} is ever called, yet the order is what it is
 * there for.
 */
@Label(name = "healthy-sorted-output", source = "rules.md, needless-ordering: order used by output")
public final class SortedOutput implements CorpusProgram {
  private static final int CUSTOMERS = 500;

  private final ConcurrentMap<String, Long> totalByCustomer = new ConcurrentSkipListMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline).with(2, this::sell).with(1, this::print).work();
  }

  private void sell() {
    final int customer = ThreadLocalRandom.current().nextInt(CUSTOMERS);
    totalByCustomer.merge("customer-" + customer, 1L, Long::sum);
    LockSupport.parkNanos(50_000);
  }

  private void print() throws InterruptedException {
    String last = "";
    for (final String customer : totalByCustomer.keySet()) {
      if (customer.compareTo(last) < 0) {
        throw new IllegalStateException(customer + " after " + last);
      }
      last = customer;
    }
    TimeUnit.SECONDS.sleep(1);
  }
}
