/** Programs for rule {@code needless-ordering}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.needlessordering;
