package io.mapscope.shop.state;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Where the cache gets a product that it does not hold: the database, or a stand-in in tests. */
@FunctionalInterface
public interface ProductSource {
  /** The product of that id, or null when there is none. */
  @Nullable Product load(int id) throws SQLException;
}
