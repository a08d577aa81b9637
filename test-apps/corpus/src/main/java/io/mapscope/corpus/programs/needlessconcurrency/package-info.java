/** Programs for rule {@code needless-concurrency}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.needlessconcurrency;
