package io.mapscope.advisor;

/**
 * How sure one can be of a figure that was sampled: the sources of every finding's confidence.
 *
 * <p>Each answers with a probability from 0 to 1; those of independent doubts multiply.
 */
public final class Statistics {

  /** Seen in the act: no chance is involved. */
  public static final double PROVEN = 1;

  /** The normal quantile of a two-sided interval of 95 %. */
  private static final double Z95 = 1.959964;

  private Statistics() {}

  /**
   * Lower end of the 95 % interval of a share of which {@code hits} of {@code samples} were seen; 0
   * without samples. Wilson's interval (E. B. Wilson, JASA 22, 1927), which holds for few samples
   * and for shares near 0 and 1.
   */
  public static double lowestShare(long hits, long samples) {
    return samples == 0 ? 0 : Math.max(0, wilsonCentre(hits, samples) - wilsonWidth(hits, samples));
  }

  /** Upper end of the same interval; 1 without samples. */
  public static double highestShare(long hits, long samples) {
    return samples == 0 ? 1 : Math.min(1, wilsonCentre(hits, samples) + wilsonWidth(hits, samples));
  }

  private static double wilsonCentre(double hits, double samples) {
    return (hits + Z95 * Z95 / 2) / (samples + Z95 * Z95);
  }

  private static double wilsonWidth(double hits, double samples) {
    double share = hits / samples;
    double spread = share * (1 - share) / samples + Z95 * Z95 / (4 * samples * samples);
    return Z95 * Math.sqrt(spread) / (1 + Z95 * Z95 / samples);
  }

  /**
   * Probability that a share lies above {@code limit} of which {@code hits} of {@code samples} were
   * seen: Wilson's score test, one-sided; 0.5 without samples.
   */
  public static double shareIsAbove(double limit, long hits, long samples) {
    if (samples == 0) {
      return 0.5;
    }
    double deviation = Math.sqrt(limit * (1 - limit) / samples);
    double distance = (double) hits / samples - limit;
    return deviation == 0 ? (distance >= 0 ? 1 : 0) : normal(distance / deviation);
  }

  /**
   * Probability that the true long-run sum of a cost lies above {@code limit}, when {@code sum} was
   * seen in {@code events} independent pieces of unequal size.
   *
   * <p>The pieces are taken to come at random and to be exponentially distributed, as waits in a
   * queue are: the sum of n of them has the relative deviation {@code sqrt(2 / n)}.
   */
  public static double sumIsAbove(double limit, double sum, double events) {
    if (events <= 0 || sum <= 0) {
      return 0;
    }
    return normal((1 - limit / sum) / Math.sqrt(2 / events));
  }

  /**
   * Probability that something seen {@code times} times, at random moments, is no accident and will
   * be seen again within as long: that a Poisson process of that mean is not empty.
   */
  public static double happensAgain(double times) {
    return 1 - Math.exp(-times);
  }

  /**
   * Distribution function of the standard normal distribution, to 1e-7 (Abramowitz and Stegun,
   * Handbook of Mathematical Functions, 26.2.17).
   */
  static double normal(double z) {
    double t = 1 / (1 + 0.2316419 * Math.abs(z));
    double polynomial =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double tail = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * polynomial;
    return z < 0 ? tail : 1 - tail;
  }
}
