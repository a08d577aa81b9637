/** Programs for rule {@code striping-collision}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.stripingcollision;
