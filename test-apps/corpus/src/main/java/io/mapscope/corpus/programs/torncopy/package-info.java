/** Programs for rule {@code torn-copy}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.torncopy;
