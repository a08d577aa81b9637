/**
 * Releases of other people's libraries, for programs that run the real thing: their jars lie in the
 * corpus's jar, fetched by its build, and each release is loaded by a class loader of its own.
 */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.library;
