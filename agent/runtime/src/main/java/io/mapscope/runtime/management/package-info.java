/**
 * The management bean {@code io.mapscope:type=Mapscope}: what the agent knows as open types, which
 * any client reads without a class of ours, and the few things that may be done to it.
 *
 * <p>Loaded when the application's own MBean server is there, never before: making that one is the
 * application's business. Calls come on threads of others (RMI's, a scrape's); they take no lock of
 * the collector's but ask for a report that the agent's own thread makes.
 */
package io.mapscope.runtime.management;
