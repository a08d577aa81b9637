/** Programs for rule {@code resize-churn}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.resizechurn;
