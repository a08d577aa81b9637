/** Programs for rule {@code size-on-hot-path}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.sizeonhotpath;
