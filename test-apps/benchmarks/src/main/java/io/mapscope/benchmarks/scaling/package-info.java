/**
 * What the agent costs at sizes that no test has: child JVMs under the real jar with up to 10,000
 * sites, 10,000 threads and 1,000,000 maps, and models of what this machine cannot be, 128 cores
 * and 1,000 JVMs.
 *
 * <p>Knows the agent by its jar, its management bean, its endpoint for Prometheus and what it sends
 * by OTLP. Every {@link io.mapscope.benchmarks.scaling.Table} says whether it was measured,
 * simulated or computed; models take their inputs from a measurement or from a {@link
 * io.mapscope.benchmarks.scaling.Source}. {@code docs/scaling.md} reads the tables.
 */
@NullMarked
package io.mapscope.benchmarks.scaling;

import org.jspecify.annotations.NullMarked;
