/**
 * What the shop remembers between requests: one small class per map, each map in a named field. The
 * comment of each class says what an observer of that map will see, including where the shop does
 * wrong on purpose ({@link io.mapscope.shop.state.RecentlyViewed}, {@link
 * io.mapscope.shop.state.PriceBook}). Knows the domain and the clock; knows neither HTTP nor JDBC.
 */
package io.mapscope.shop.state;
