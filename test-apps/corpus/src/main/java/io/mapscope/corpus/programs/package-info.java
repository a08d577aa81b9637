/**
 * The labelled programs, one package per rule and one for healthy maps. A program is found by being
 * here: {@link io.mapscope.corpus.CorpusProgram} says how to add one.
 */
@org.jspecify.annotations.NullMarked
package io.mapscope.corpus.programs;
