/**
 * Stands in for {@code java.util.logging} in the OpenTelemetry SDK inside the agent's jar (the
 * build relocates the two classes): application servers install a LogManager of their own before
 * the first use, and log records of ours belong on the agent's log.
 */
package io.mapscope.runtime.otlp.logging;
