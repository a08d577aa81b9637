/**
 * Ways to serialize a whole map, the ones that are recorded and those that could take their place;
 * what is serialized where the recorded content is not known. Knows nothing of workloads and
 * measuring.
 */
package io.mapscope.prove.serial;
