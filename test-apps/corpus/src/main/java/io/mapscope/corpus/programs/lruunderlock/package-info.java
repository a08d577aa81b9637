/** Programs for rule {@code lru-under-lock}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.lruunderlock;
