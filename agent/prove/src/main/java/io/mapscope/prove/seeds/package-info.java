/**
 * The seeds' headline results: what is measured, in rounds through {@code measure}, and the table,
 * JSON and plot of what came out. Knows nothing of the command line.
 */
package io.mapscope.prove.seeds;
