/** Programs for rule {@code lock-contended-map}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.lockcontendedmap;
