package io.mapscope.prove.workload;

import java.util.List;

/**
 * A choice between items that have a share each, exact however small a share is, and cheap: a table
 * tells the item by some bits of a number drawn by lot, but for the few places of it in which the
 * shares of two items meet. Immutable.
 */
final class Shares {

  /** Bits of a draw that choose. */
  static final int BITS = 12;

  private static final int PLACES = 1 << BITS;
  private static final int MET = -1;

  private final double[] upTo;
  private final int[] items = new int[PLACES];

  /** What is left when the shares are less than 1 together is the share of one item more. */
  Shares(List<Double> shares) {
    upTo = new double[shares.size()];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += shares.get(i);
      upTo[i] = sum;
    }
    for (int place = 0; place < PLACES; place++) {
      int first = item(place, 0);
      items[place] = first == item(place, Math.nextDown(1.0)) ? first : MET;
    }
  }

  private int item(int place, double within) {
    double share = (place + within) / PLACES;
    int i = 0;
    while (i < upTo.length && share >= upTo[i]) {
      i++;
    }
    return i;
  }

  /**
   * The number of the item that the lowest {@value #BITS} bits of {@code draw} choose, that of
   * shares for what is left.
   *
   * @param lot to draw again from where shares meet
   */
  int choose(long draw, Lot lot) {
    int place = (int) draw & (PLACES - 1);
    int item = items[place];
    return item == MET ? item(place, lot.share()) : item;
  }
}
