package io.mapscope.shop.state;

/**
 * One row of the catalogue, never changed after it was loaded.
 *
 * @param listPriceCents price of one unit before discounts, in cents of the configured currency
 */
public record Product(int id, String name, String category, long listPriceCents) {}
