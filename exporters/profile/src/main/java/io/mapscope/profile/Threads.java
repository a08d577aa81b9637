package io.mapscope.profile;

/**
 * How many threads used the maps of a site; a thread that did both counts in both.
 *
 * @param readers threads seen reading
 * @param writers threads seen writing
 */
public record Threads(int readers, int writers) {

  /** Checks that both are at least 0. */
  public Threads {
    Require.nonNegative(readers, "threads.readers");
    Require.nonNegative(writers, "threads.writers");
  }
}
