package io.mapscope.shop.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class OrderLifecycleTest {
  private final OrderLifecycle lifecycle = new OrderLifecycle();

  @Test
  void advance_allowedStep_isTaken() {
    assertThat(lifecycle.advance(OrderState.DRAFT, OrderState.PLACED)).isEqualTo(OrderState.PLACED);
  }

  @Test
  void advance_forbiddenStep_isRefusedByName() {
    assertThatThrownBy(() -> lifecycle.advance(OrderState.SHIPPED, OrderState.DRAFT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("an order that is SHIPPED cannot become DRAFT");
  }
}
