package io.mapscope.shop.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ProductCacheTest {
  private final List<Integer> loaded = new ArrayList<>();
  private final ProductCache cache = new ProductCache(2, this::load);

  private @Nullable Product load(int id) {
    loaded.add(id);
    return id == 0 ? null : new Product(id, "Lamp", "garden", 100);
  }

  @Test
  void find_again_isNotLoadedAgain() throws SQLException {
    assertThat(cache.find(1)).isSameAs(cache.find(1));
    assertThat(loaded).containsExactly(1);
  }

  @Test
  void find_beyondCapacity_dropsTheLeastRecentlyUsed() throws SQLException {
    cache.find(1);
    cache.find(2);
    cache.find(1);
    cache.find(3);

    cache.find(1);
    cache.find(2);

    assertThat(loaded).containsExactly(1, 2, 3, 2);
    assertThat(cache.count()).isEqualTo(2);
  }

  @Test
  void find_absent_isNullAndAskedAgain() throws SQLException {
    assertThat(cache.find(0)).isNull();
    assertThat(cache.find(0)).isNull();
    assertThat(loaded).containsExactly(0, 0);
  }
}
