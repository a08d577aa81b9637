package io.mapscope.corpus.programs.unsafelistvalues;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Orders per customer: a ConcurrentHashMap of ArrayLists, to which four threads append.
 *
 * <p>The map is safe, its values are not: the agent sees mutable lists in it that several threads
 * get and change outside of any atomic operation. The fixed form replaces immutable lists by {@code
 * compute}.
 */
@Label(
    name = "orders-by-customer",
    rules = "unsafe-list-values",
    map = "ordersByCustomer",
    source = "seed scenario: append-only map of lists")
public final class OrdersByCustomer implements CorpusProgram {
  private static final int CUSTOMERS = 100;
  private static final int ORDERS = 50;

  private final ConcurrentMap<Integer, List<Integer>> ordersByCustomer = new ConcurrentHashMap<>();

  /** Appends that failed, as they do in such a list. */
  private final AtomicLong failedAppends = new AtomicLong();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 4, fixed ? this::appendAtomically : this::append);
  }

  private void append() {
    final List<Integer> orders =
        ordersByCustomer.computeIfAbsent(customer(), key -> new ArrayList<>());
    try {
      if (orders.size() >= ORDERS) {
        orders.clear();
      }
      orders.add(1);
    } catch (RuntimeException e) {
      failedAppends.incrementAndGet();
    }
    LockSupport.parkNanos(5_000);
  }

  private void appendAtomically() {
    ordersByCustomer.compute(customer(), (key, orders) -> appended(orders));
    LockSupport.parkNanos(5_000);
  }

  private static List<Integer> appended(@Nullable List<Integer> orders) {
    if (orders == null || orders.size() >= ORDERS) {
      return List.of(1);
    }
    final List<Integer> longer = new ArrayList<>(orders);
    longer.add(1);
    return List.copyOf(longer);
  }

  private static int customer() {
    return ThreadLocalRandom.current().nextInt(CUSTOMERS);
  }
}
