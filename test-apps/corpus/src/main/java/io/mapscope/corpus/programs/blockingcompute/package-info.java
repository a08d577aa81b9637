/** Programs for rule {@code blocking-compute}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.blockingcompute;
