/**
 * The endpoint that Prometheus scrapes, with Micrometer's registry behind it: loaded when the
 * option is given, after {@code main} has begun. The only package of the agent that knows
 * Micrometer. Neither java.util.logging nor System.Logger is touched: the JDK's own HttpServer
 * would.
 */
package io.mapscope.runtime.prometheus;
