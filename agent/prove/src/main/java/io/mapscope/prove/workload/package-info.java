/**
 * What a replay does: made of the profile of one map and a seed, the same in every JVM. Knows the
 * forms by {@code Subject} alone and nothing of measuring.
 */
package io.mapscope.prove.workload;
