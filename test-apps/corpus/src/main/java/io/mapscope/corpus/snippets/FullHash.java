package io.mapscope.corpus.snippets;

/** A key whose hash is made of all that tells it from others. */
public final class FullHash {

  private FullHash() {}

  // snippet
  record Position(int x, int y) {

    @Override
    public int hashCode() {
      return 31 * x + y; // not: x alone, x ^ y, or a constant
    }
  }
  // end of snippet
}
