/**
 * The agent's metrics as Micrometer meters. For an application to add beside its registry: {@link
 * io.mapscope.micrometer.MapscopeMetrics} finds the agent by its management bean alone and knows no
 * class and no metric of its own, so it fits agents of other versions too. The agent's own endpoint
 * uses {@link io.mapscope.micrometer.MeterSet} with figures from inside.
 */
package io.mapscope.micrometer;
