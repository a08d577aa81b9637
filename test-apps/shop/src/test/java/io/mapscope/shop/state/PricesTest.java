package io.mapscope.shop.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PricesTest {
  private final PriceBook prices;

  PricesTest() throws IOException {
    prices = new PriceBook(new PriceTiers(new ShopConfig()));
  }

  @ParameterizedTest
  @CsvSource({"1, 1000", "2, 1000", "3, 960", "5, 960", "6, 920", "11, 920", "12, 850", "99, 850"})
  void unitPrice_ofQuantity_isThatOfItsTier(int quantity, long expectedCents) {
    Product product = new Product(1, "Lamp", "garden", 1_000);

    assertThat(prices.unitPriceCents(product, quantity)).isEqualTo(expectedCents);
  }

  @Test
  void unitPrice_afterRefresh_isComputedFromTheNewListPrice() {
    prices.unitPriceCents(new Product(1, "Lamp", "garden", 1_000), 1);
    Product dearer = new Product(1, "Lamp", "garden", 2_000);
    assertThat(prices.unitPriceCents(dearer, 1)).isEqualTo(1_000);

    prices.refresh();

    assertThat(prices.unitPriceCents(dearer, 1)).isEqualTo(2_000);
  }
}
