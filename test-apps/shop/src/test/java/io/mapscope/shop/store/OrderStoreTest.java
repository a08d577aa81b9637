package io.mapscope.shop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mapscope.shop.state.OrderState;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OrderStoreTest {
  private Database database;
  private OrderStore orders;

  @BeforeEach
  void open() throws SQLException, IOException {
    database = Database.open(2);
    Catalogue.fill(database, 3);
    orders = new OrderStore(database);
  }

  @AfterEach
  void close() throws IOException {
    database.close();
  }

  @Test
  void place_unknownProduct_writesNothing() throws SQLException {
    assertThatThrownBy(() -> place(Map.of(1, 1, 99, 1))).isInstanceOf(SQLException.class);

    assertThat(orders.count()).isZero();
  }

  @Test
  void deleteOld_moreThanKept_deletesTheOldest() throws SQLException {
    for (int i = 0; i < 5; i++) {
      place(Map.of(1, 1, 2, 2));
    }

    assertThat(orders.deleteOld(2)).isEqualTo(3);
    assertThat(orders.count()).isEqualTo(2);
  }

  @Test
  void deleteOld_noOrders_deletesNone() throws SQLException {
    assertThat(orders.deleteOld(2)).isZero();
  }

  private long place(Map<Integer, Integer> lines) throws SQLException {
    return orders.place("ann", OrderState.PAID, 100, lines);
  }
}
