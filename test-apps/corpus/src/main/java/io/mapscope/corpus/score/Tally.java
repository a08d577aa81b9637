package io.mapscope.corpus.score;

/**
 * Counts of one rule, or of all.
 *
 * @param expected labels that ask for it
 * @param found of these, how many were found
 * @param falseAlarms findings that no label bears out
 */
record Tally(int expected, int found, int falseAlarms) {
  static final Tally NONE = new Tally(0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(
        expected + other.expected, found + other.found, falseAlarms + other.falseAlarms);
  }

  int missed() {
    return expected - found;
  }

  /** Share of what was found that is right; 1 when nothing was found. */
  double precision() {
    final int all = found + falseAlarms;
    return all == 0 ? 1 : (double) found / all;
  }

  /** Share of what was asked for that was found; 1 when nothing was asked for. */
  double recall() {
    return expected == 0 ? 1 : (double) found / expected;
  }
}
