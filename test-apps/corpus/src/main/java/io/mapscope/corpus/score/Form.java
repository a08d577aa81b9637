package io.mapscope.corpus.score;

/** Which of its forms a program was run in. */
enum Form {
  /** Shows the phenomenon. */
  BROKEN,
  /** Does the same work as advised; nothing may be found. */
  FIXED,
  /** The one form of a healthy program; nothing may be found. */
  HEALTHY
}
