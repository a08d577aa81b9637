package io.mapscope.shop.load;

/**
 * What load to make.
 *
 * @param url the shop's address without a path, as the shop prints it
 * @param seconds how long
 * @param threads how many requests are under way at once
 * @param seed the same seed gives each thread the same sequence of actions and products
 */
public record LoadOptions(String url, int seconds, int threads, long seed) {}
