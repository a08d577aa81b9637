/**
 * The command line of {@code mapscope-prove.jar}: reads a recording or a report, chooses maps, has
 * them replayed, prints what came out and writes it into reports.
 */
package io.mapscope.prove;
