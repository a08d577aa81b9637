/**
 * Records and maps with the same content, and the records that are used where it does not matter
 * which: plain classes without a notion of measuring.
 */
package io.mapscope.prove.records;
