/** Programs for rule {@code poor-hash}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.poorhash;
