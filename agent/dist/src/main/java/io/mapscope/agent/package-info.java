/**
 * The only classes of ours that the application's class loader sees: the entry points, and the
 * loader for all the rest. Prohibited here: java.util.logging, JMX, static state, anything that
 * could fail the start of the application.
 */
package io.mapscope.agent;
