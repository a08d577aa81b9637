/** Programs for rule {@code costly-serialization}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.costlyserialization;
