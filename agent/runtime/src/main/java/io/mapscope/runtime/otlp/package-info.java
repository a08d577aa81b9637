/**
 * Metrics and findings to OpenTelemetry: by an SDK of the agent's own, or by that of the
 * OpenTelemetry Java agent where it is. Loaded after {@code main} has begun, on threads of the
 * agent's, and only when the option is on. Reports and findings come in; the SDK sends them in its
 * own time. Whatever the other end does, the application feels nothing of it.
 *
 * <p>In the agent's jar all of {@code io.opentelemetry} that is used here is relocated, and {@code
 * java.util.logging} is replaced by {@code logging}: the agent must not be the first to touch that.
 */
package io.mapscope.runtime.otlp;
