/**
 * Which trace of the application's a thread is in, when the application (or the OpenTelemetry Java
 * agent) has an OpenTelemetry context: found by the agent's thread, asked on the application's
 * threads when a rare fact has happened there. Touches no class of the application's before it is
 * in use there, and holds none alive.
 */
package io.mapscope.runtime.traces;
