/** Programs for rule {@code check-then-act}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.checkthenact;
