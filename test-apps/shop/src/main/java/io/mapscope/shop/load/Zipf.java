package io.mapscope.shop.load;

import java.util.Arrays;
import java.util.Random;

/**
 * Ranks 1 to n of which rank k comes up in proportion to 1/k: few favourites, a long tail (Zipf's
 * law with exponent 1). Immutable; the randomness is the caller's.
 */
final class Zipf {
  /** Share of draws that fall on rank i + 1 or below. */
  private final double[] cumulativeShares;

  Zipf(int ranks) {
    cumulativeShares = new double[ranks];
    double sum = 0;
    for (int i = 0; i < ranks; i++) {
      sum += 1.0 / (i + 1);
      cumulativeShares[i] = sum;
    }
    for (int i = 0; i < ranks; i++) {
      cumulativeShares[i] /= sum;
    }
  }

  int draw(Random random) {
    int found = Arrays.binarySearch(cumulativeShares, random.nextDouble());
    int index = found >= 0 ? found : -found - 1;
    return Math.min(index, cumulativeShares.length - 1) + 1;
  }
}
