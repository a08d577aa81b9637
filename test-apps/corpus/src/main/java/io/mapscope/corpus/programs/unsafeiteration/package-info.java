/** Programs for rule {@code unsafe-iteration}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.unsafeiteration;
