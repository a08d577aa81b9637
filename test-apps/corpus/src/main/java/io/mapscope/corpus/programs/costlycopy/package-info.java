/** Programs for rule {@code costly-copy}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.costlycopy;
