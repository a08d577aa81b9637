/**
 * From the recorder's tallies to the report: follows the births and deaths of tracked maps, folds
 * the dead into their site, and takes snapshots. Runs on the agent's own thread only.
 */
package io.mapscope.runtime.collect;
