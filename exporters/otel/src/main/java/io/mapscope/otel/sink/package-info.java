/**
 * What the agent hands to OpenTelemetry, without any of OpenTelemetry's types: the agent's own code
 * and a copy of the binding in another class loader both know these.
 */
package io.mapscope.otel.sink;
