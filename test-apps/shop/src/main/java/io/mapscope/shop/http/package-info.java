/**
 * The shop's face: a Jetty handler, the route table, one endpoint per route and the bookkeeping per
 * request. Reads and writes {@link io.mapscope.shop.state} and {@link io.mapscope.shop.store};
 * nothing there knows of HTTP.
 */
package io.mapscope.shop.http;
