/**
 * Measures forms under a workload: checks first that they give the same results, starts JMH in
 * rounds, holds candidates against the recorded form. Knows nothing of the command line.
 */
package io.mapscope.prove.measure;
