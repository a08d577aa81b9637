/** Programs for rule {@code present-key-compute}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.presentkeycompute;
