/** Programs for rule {@code guarded-map-contended}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.guardedmapcontended;
