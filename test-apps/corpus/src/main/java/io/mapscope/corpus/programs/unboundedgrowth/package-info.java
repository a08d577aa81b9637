/** Programs for rule {@code unbounded-growth}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.unboundedgrowth;
