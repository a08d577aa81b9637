/**
 * The one catalogue of metrics and the points that a {@link io.mapscope.profile.Report} gives: read
 * by the OpenTelemetry and Micrometer exporters and by the MXBean, so that no name is spelled
 * twice. Knows no vendor, touches nothing but the profile; a report comes in, immutable points go
 * out.
 */
package io.mapscope.metrics;
