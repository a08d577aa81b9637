package io.mapscope.shop.http;

import io.mapscope.shop.state.EventBuffer;
import io.mapscope.shop.state.Inventory;
import io.mapscope.shop.state.OrderLifecycle;
import io.mapscope.shop.state.PriceBook;
import io.mapscope.shop.state.PriceTiers;
import io.mapscope.shop.state.ProductCache;
import io.mapscope.shop.state.RecentlyViewed;
import io.mapscope.shop.state.SessionRegistry;
import io.mapscope.shop.state.ShopConfig;
import io.mapscope.shop.state.Visitors;
import io.mapscope.shop.store.Catalogue;
import io.mapscope.shop.store.Database;
import io.mapscope.shop.store.OrderStore;
import io.mapscope.shop.store.ProductStore;
import java.sql.SQLException;
import java.time.InstantSource;

/** Everything the endpoints and the janitor share: the maps of the shop and its database. */
public record ShopData(
    ShopConfig config,
    Database database,
    ProductStore catalogue,
    OrderStore orders,
    ProductCache products,
    SessionRegistry sessions,
    EventBuffer events,
    Inventory inventory,
    PriceBook prices,
    OrderLifecycle lifecycle,
    RecentlyViewed recentlyViewed,
    Visitors visitors) {

  /** Fills the empty database with the catalogue and sets up the maps over it. */
  public static ShopData create(ShopConfig config, Database database) throws SQLException {
    InstantSource clock = InstantSource.system();
    int products = config.number("catalog.products");
    Catalogue.fill(database, products);
    ProductStore catalogue = new ProductStore(database);
    return new ShopData(
        config,
        database,
        catalogue,
        new OrderStore(database),
        new ProductCache(config.number("catalog.cache.entries"), catalogue),
        new SessionRegistry(clock, config.number("session.idle.millis")),
        new EventBuffer(
            clock, config.number("events.retention.millis"), config.number("events.capacity")),
        new Inventory(products, config.number("inventory.units.per.product")),
        new PriceBook(new PriceTiers(config)),
        new OrderLifecycle(),
        new RecentlyViewed(Catalogue.categories()),
        new Visitors(config.number("visitors.window.limit")));
  }
}
