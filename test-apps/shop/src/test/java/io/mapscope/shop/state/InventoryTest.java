package io.mapscope.shop.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class InventoryTest {
  private final Inventory inventory = new Inventory(2, 10);

  @Test
  void reserve_oneProductShort_takesNothing() {
    assertThat(inventory.reserve(Map.of(1, 3, 2, 11))).isFalse();
    assertThat(inventory.available(1)).isEqualTo(10);
  }

  @Test
  void reserve_thenRelease_isAsBefore() {
    assertThat(inventory.reserve(Map.of(1, 10))).isTrue();
    assertThat(inventory.available(1)).isZero();

    inventory.release(Map.of(1, 10));

    assertThat(inventory.available(1)).isEqualTo(10);
  }

  @Test
  void restock_belowHalf_isFilledUpAndOthersStay() {
    inventory.reserve(Map.of(1, 6, 2, 5));

    inventory.restock();

    assertThat(inventory.available(1)).isEqualTo(10);
    assertThat(inventory.available(2)).isEqualTo(5);
  }

  @Test
  void available_unknownProduct_isZero() {
    assertThat(inventory.available(3)).isZero();
  }
}
