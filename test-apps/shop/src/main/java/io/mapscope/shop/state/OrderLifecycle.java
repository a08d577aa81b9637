package io.mapscope.shop.state;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which state of an order may follow which.
 *
 * <p>An observer sees an enum map written once per state by one thread and read by every checkout:
 * never contended, never racy, nothing to advise.
 */
public final class OrderLifecycle {
  private final Map<OrderState, Set<OrderState>> successors = new EnumMap<>(OrderState.class);

  public OrderLifecycle() {
    successors.put(OrderState.DRAFT, EnumSet.of(OrderState.PLACED, OrderState.CANCELLED));
    successors.put(OrderState.PLACED, EnumSet.of(OrderState.PAID, OrderState.CANCELLED));
    successors.put(OrderState.PAID, EnumSet.of(OrderState.SHIPPED, OrderState.CANCELLED));
    successors.put(OrderState.SHIPPED, EnumSet.noneOf(OrderState.class));
    successors.put(OrderState.CANCELLED, EnumSet.noneOf(OrderState.class));
  }

  /** Returns {@code next} when it may follow {@code current}; refuses otherwise. */
  public OrderState advance(OrderState current, OrderState next) {
    Set<OrderState> allowed = successors.get(current);
    if (allowed == null || !allowed.contains(next)) {
      throw new IllegalStateException("an order that is " + current + " cannot become " + next);
    }
    return next;
  }
}
