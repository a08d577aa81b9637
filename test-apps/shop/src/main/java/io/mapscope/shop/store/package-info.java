/**
 * The shop's database: H2 in memory behind a HikariCP pool. Plain JDBC, one class per table family.
 * Called by the request threads and the janitor; knows the records of {@link
 * io.mapscope.shop.state} and nothing of HTTP.
 */
package io.mapscope.shop.store;
