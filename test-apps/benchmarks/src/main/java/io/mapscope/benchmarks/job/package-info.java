/**
 * Programs that do a kind of real work in one JVM, in memory, for {@code Services} to measure:
 * order entry in a database, and full-text search.
 */
@NullMarked
package io.mapscope.benchmarks.job;

import org.jspecify.annotations.NullMarked;
