/** Programs for rule {@code oversized-map}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.oversizedmap;
