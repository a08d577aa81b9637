/** Programs for rule {@code unsafe-shared-map}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.unsafesharedmap;
