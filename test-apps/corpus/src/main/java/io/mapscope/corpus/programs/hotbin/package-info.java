/** Programs for rule {@code hot-bin}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.hotbin;
