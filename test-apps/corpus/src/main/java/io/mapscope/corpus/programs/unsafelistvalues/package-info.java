/** Programs for rule {@code unsafe-list-values}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.unsafelistvalues;
