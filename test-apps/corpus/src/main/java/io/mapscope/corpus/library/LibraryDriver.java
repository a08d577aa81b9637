package io.mapscope.corpus.library;

import io.mapscope.corpus.Deadline;

/**
 * The part of a program that uses a library: a nested class of the program, public, with a
 * constructor without parameters. It is loaded beside the release it is to run with.
 */
public interface LibraryDriver {
  /** Uses the library until the deadline. */
  void run(Deadline deadline) throws Exception;
}
