/** Programs for rule {@code copy-on-write-candidate}. */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs.copyonwritecandidate;
