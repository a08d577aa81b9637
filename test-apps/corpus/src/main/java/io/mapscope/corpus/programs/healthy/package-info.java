/** Healthy programs: nothing may be found in them. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.healthy;
