/**
 * Flight Recorder in both directions: our event types and their periodic writer, a recording to a
 * file of its own, and the reader that rebuilds the very same {@link io.mapscope.profile.Report}
 * from a recording.
 *
 * <p>Reports come from a supplier that the agent hands in and leave as events; how often is decided
 * by JFR's settings. Nothing here knows maps, probes or the agent's options, and nothing here may
 * touch {@code java.util.logging} or JMX, which application servers want to set up themselves.
 */
package io.mapscope.jfr;
